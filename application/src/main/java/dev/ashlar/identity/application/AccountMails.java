// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AccountMailer.AccountMail;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Claiming of the mails that are still to go out. */
@ApplicationService
public class AccountMails {
    /** One, because each may wait for a slow mail server, and the run of a job ends between batches. */
    private static final int BATCH = 1;

    private final OneTimeTokens tokens;
    private final SecretSource secrets;
    private final InstantSource clock;

    AccountMails(OneTimeTokens tokens, SecretSource secrets, InstantSource clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Claims the next mails of a purpose and gives each a fresh secret. After the commit no other instance claims them for a
     * while. If they never leave, they become due again and the secrets generated here are worthless.
     */
    @Transactional
    public List<Claimed> claim(TokenPurpose purpose) {
        var now = clock.instant();
        var claimed = tokens.lockDue(purpose, now, OneTimeToken.MAX_ATTEMPTS, BATCH).stream()
                .map(due -> Claimed.of(due, secrets.next()))
                .toList();
        if (!claimed.isEmpty()) {
            tokens.arm(
                    claimed.stream().map(Claimed::id).toList(),
                    claimed.stream()
                            .map(mail -> Fingerprint.ofSecret(mail.mail().token()))
                            .toList(),
                    now.plus(purpose.validity()),
                    now,
                    OneTimeToken.PAUSE.toSeconds());
        }
        return claimed;
    }

    /** Records that these mails have been sent. */
    @Transactional
    public void markSent(List<OneTimeTokenId> ids) {
        tokens.markSent(ids, clock.instant());
    }

    /** Mail to send now, with the token to mark afterwards. */
    public record Claimed(OneTimeTokenId id, AccountMail mail) {
        static Claimed of(OneTimeTokens.DueMail due, String secret) {
            return new Claimed(due.id(), new AccountMail(due.purpose(), due.email(), due.firstName(), secret));
        }
    }
}
