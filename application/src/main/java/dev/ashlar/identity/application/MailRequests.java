// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Requests of mails, in the transaction of the calling service. Only the token of the latest mail works. */
@Component
class MailRequests {
    private final OneTimeTokens tokens;
    private final IdSource ids;
    private final InstantSource clock;

    MailRequests(OneTimeTokens tokens, IdSource ids, InstantSource clock) {
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Requests a mail and invalidates the tokens of earlier ones of this purpose. */
    void request(UserId userId, TokenPurpose purpose, String recipient) {
        withdraw(userId, purpose);
        tokens.insert(new OneTimeToken(new OneTimeTokenId(ids.next()), userId, purpose, recipient, clock.instant()));
    }

    /** Invalidates all tokens of this user and purpose, mailed or still to be mailed. */
    void withdraw(UserId userId, TokenPurpose purpose) {
        tokens.withdraw(userId, purpose, clock.instant());
    }
}
