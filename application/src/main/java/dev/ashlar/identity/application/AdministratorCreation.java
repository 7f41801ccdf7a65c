// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Workflow;

/** Creation of administrators by the operator's command. For that only: no actor asks. */
@Workflow
public class AdministratorCreation {
    private final PasswordHasher hasher;
    private final SecretSource secrets;
    private final AdministratorService administrators;

    AdministratorCreation(PasswordHasher hasher, SecretSource secrets, AdministratorService administrators) {
        this.hasher = hasher;
        this.secrets = secrets;
        this.administrators = administrators;
    }

    /** Creates an administrator who logs in with this password. */
    public UserId create(Registration registration, NewPassword password) {
        password.requireHardToGuess(registration.email(), registration.username());
        return administrators.create(registration, hasher.hash(password.value()));
    }

    /** Creates an administrator without a known password and returns the token that sets one, once, within an hour. */
    public String createWithToken(Registration registration) {
        return administrators.createWithToken(registration, hasher.hash(secrets.next()));
    }
}
