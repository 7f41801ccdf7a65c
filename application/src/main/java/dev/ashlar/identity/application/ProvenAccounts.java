// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Spelling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Locking of accounts after the password was checked, in the transaction of the calling service, which commits refusals because
 * wrong codes count.
 */
@Component
class ProvenAccounts {
    private final Users users;
    private final SecondFactorCheck secondFactor;

    ProvenAccounts(Users users, SecondFactorCheck secondFactor) {
        this.users = users;
        this.secondFactor = secondFactor;
    }

    /**
     * Locks an active account and refuses a wrong or missing code of its second factor. Empty if the credentials have changed since
     * the password was checked, by another password or a deactivation.
     *
     * @param code null if the client sent none
     */
    Optional<User> lock(Credentials checked, @Nullable OneTimeCode code) {
        var user = lock(checked);
        user.ifPresent(locked -> secondFactor.require(locked.id(), code));
        return user;
    }

    /** Locks an active account, under the conditions of {@link #lock(Credentials, OneTimeCode)} but for the second factor. */
    Optional<User> lock(Credentials checked) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(Spelling.key(user.email())).equals(Optional.of(checked)));
    }

    /** Creates the refusal of credentials that have changed. */
    static DomainException changed() {
        return KernelProblem.BUSY.because("Another request is changing the account. Try again.");
    }
}
