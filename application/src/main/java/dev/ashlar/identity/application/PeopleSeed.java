// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Workflow;

/** Seeding of users, with a password to log in with. For seeds only, like {@link AccountSeeds}. */
@Workflow
public class PeopleSeed {
    private final AccountSeeds accounts;
    private final PasswordHasher hasher;

    PeopleSeed(AccountSeeds accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /** Creates the account unless its email address has one, whatever that has become since. */
    public UserId ensure(Registration registration, Role role, NewPassword password) {
        return accounts.findByEmail(registration.email())
                .orElseGet(() -> accounts.create(registration, role, hasher.hash(password.value())));
    }
}
