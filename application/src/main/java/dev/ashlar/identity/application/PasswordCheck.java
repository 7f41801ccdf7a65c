// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Spelling;
import org.springframework.stereotype.Component;

/** Check of the current password, for changes that a stolen session must not allow. Hashes, and therefore runs in no transaction. */
@Component
class PasswordCheck {
    private final LoginAttempts attempts;
    private final PasswordHasher hasher;

    PasswordCheck(LoginAttempts attempts, PasswordHasher hasher) {
        this.attempts = attempts;
        this.hasher = hasher;
    }

    /**
     * Refuses the actor unless this is the current password; failures count as attempts to log in.
     *
     * @param current session of the calling request
     * @return checked credentials, which must not have changed when the caller locks the account
     */
    Credentials require(Actor actor, SessionId current, String password, Client client) {
        var credentials = attempts.beginCheck(actor, current, client);
        if (!hasher.matches(Spelling.opaque(password), credentials.passwordHash())) {
            throw IdentityProblem.PASSWORD_WRONG
                    .because("The current password is wrong. Correct it, or log out and reset it.")
                    .at("/currentPassword", "must be your current password");
        }
        attempts.passCheck(actor, current, client);
        return credentials;
    }
}
