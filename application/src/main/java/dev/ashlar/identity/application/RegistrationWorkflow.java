// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.application.Workflow;

/** Registrations, whose passwords are hashed before the transaction. */
@Workflow
public class RegistrationWorkflow {
    private final PasswordHasher hasher;
    private final RegistrationService registrations;
    private final SessionOpening sessions;

    RegistrationWorkflow(PasswordHasher hasher, RegistrationService registrations, SessionOpening sessions) {
        this.hasher = hasher;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    /** Registers a new user without telling if the address is taken, see {@link RegistrationService#registerDiscreetly}. */
    public void register(Registration registration, NewPassword password, Client client) {
        password.requireHardToGuess(registration.email(), registration.username());
        registrations.registerDiscreetly(registration, hasher.hash(password.value()), client);
    }

    /**
     * Registers a new user and logs in at once, for a client that knows no refresh. Common passwords are accepted and a taken address is
     * told, because the contract of these clients promises it.
     */
    public LastingLogin join(Registration registration, NewPassword password, Client client) {
        var hash = hasher.hash(password.value());
        var account = registrations.register(registration, hash);
        return sessions.openLasting(new Credentials(account.id(), hash, true), Origin.of(client), client)
                .orElseThrow(() -> IdentityProblem.CREDENTIALS_INVALID.because(
                        "The account has changed since it was registered. Log in again."));
    }
}
