// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Storing of administrators for the operator, who has no account. */
@ApplicationService
public class AdministratorService {
    private final AccountSeeds accounts;
    private final IdentityViews views;
    private final OneTimeTokens tokens;
    private final SecretSource secrets;
    private final SecurityTrail trail;
    private final IdSource ids;
    private final InstantSource clock;

    AdministratorService(
            AccountSeeds accounts,
            IdentityViews views,
            OneTimeTokens tokens,
            SecretSource secrets,
            SecurityTrail trail,
            IdSource ids,
            InstantSource clock) {
        this.accounts = accounts;
        this.views = views;
        this.tokens = tokens;
        this.secrets = secrets;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores an administrator. A taken email address or username is refused. */
    @Transactional
    public UserId create(Registration registration, String passwordHash) {
        if (accounts.findByEmail(registration.email()).isPresent()) {
            throw IdentityProblem.EMAIL_TAKEN.because("An account has the address " + registration.email()
                    + ". Choose another address, or let an administrator change the role of the account.");
        }
        if (views.publicProfile(Spelling.key(registration.username())).isPresent()) {
            throw IdentityProblem.USERNAME_TAKEN.because(
                    "Another account has the username " + registration.username() + ". Choose another one.");
        }
        var id = accounts.create(registration, Role.ADMIN, passwordHash);
        trail.record(SecurityEventType.ADMINISTRATOR_CREATED, id, null, null);
        return id;
    }

    /** Stores an administrator and returns a token that sets the password, once. */
    @Transactional
    public String createWithToken(Registration registration, String unusedHash) {
        var user = create(registration, unusedHash);
        var now = clock.instant();
        var secret = secrets.next();
        var token = new OneTimeToken(
                new OneTimeTokenId(ids.next()), user, TokenPurpose.PASSWORD_RESET, registration.email(), now);
        var id = List.of(token.id());
        tokens.insert(token);
        tokens.arm(
                id,
                List.of(Fingerprint.ofSecret(secret)),
                now.plus(TokenPurpose.PASSWORD_RESET.validity()),
                now,
                OneTimeToken.PAUSE.toSeconds());
        tokens.markSent(id, now); // no mail goes out: the operator hands the token over
        return secret;
    }
}
