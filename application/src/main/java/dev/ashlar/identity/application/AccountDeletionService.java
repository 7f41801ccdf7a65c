// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.AddressErased;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Deletion of accounts by their users: an empty, inactive account remains under the id. */
@ApplicationService
public class AccountDeletionService {
    private final Users users;
    private final ProvenAccounts accounts;
    private final AccountErasure erasure;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AccountDeletionService(
            Users users,
            ProvenAccounts accounts,
            AccountErasure erasure,
            SecurityTrail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.accounts = accounts;
        this.erasure = erasure;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Erases all that tells who the user was, after the password was checked against these credentials.
     *
     * @param code code of the second factor; null if the client sent none
     */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public void delete(Credentials checked, @Nullable OneTimeCode code) {
        users.lockStandings();
        var user = accounts.lock(checked, code).orElseThrow(ProvenAccounts::changed);
        if (user.role() == Role.ADMIN && !users.hasOtherAdministrator(user.id())) {
            throw IdentityProblem.LAST_ADMINISTRATOR.because(
                    "You are the only active administrator. Make another user one first.");
        }
        var now = clock.instant();
        erasure.erase(user, now);
        if (user.login().emailVerifiedAt() != null) { // else anybody could erase what others know of an address
            events.publishEvent(new AddressErased(user.id(), user.email(), now));
        }
        trail.record(SecurityEventType.ACCOUNT_DELETED, user.id());
        events.publishEvent(new UserDeactivated(user.id(), now));
        events.publishEvent(new UserDeleted(user.id(), now));
    }
}
