// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Public profiles, activity and roles of users, for other contexts. One call is one statement, whatever the number of users.
 */
public interface People {
    /** Returns the profiles of these users in no order. Unknown users are left out, inactive ones are not. */
    List<PublicProfile> profiles(Collection<UserId> ids);

    /**
     * Returns the next profiles of all users, in the order of their ids and some hundred at a time, for a comparison of copies.
     *
     * @param after user of the last profile that was read; null to begin
     */
    List<VersionedProfile> profilesAfter(@Nullable UserId after);

    /**
     * Returns the next deletions of accounts, in their order and some hundred at a time, for a comparison with what was erased. A deletion is
     * seen once it has committed, some seconds after its time.
     *
     * @param after last deletion that was read; {@link Deletion#since} to begin
     */
    List<Deletion> deletionsAfter(Deletion after);

    /**
     * Locks accounts, in the order of their ids, and returns those that are inactive. These stay inactive, and the others active,
     * until the caller's transaction ends. Called before the caller takes any other lock.
     */
    Set<UserId> lockDeactivated(Collection<UserId> ids);

    /**
     * Refuses an inactive account, and keeps an active one active until the caller's transaction ends. For what must not outlive the account:
     * a request may be on its way while its sender is deactivated, and what ends then would not find what the request adds afterwards.
     */
    default void requireActive(UserId id) {
        if (!lockDeactivated(Set.of(id)).isEmpty()) {
            throw KernelProblem.UNAUTHENTICATED.because("Your account was deactivated.");
        }
    }

    /**
     * Locks an account and returns its role, which stays until the caller's transaction ends; returns nothing for an inactive or
     * unknown user. An access token or an event may name a role that has changed since. Called before the caller takes any other lock.
     */
    Optional<Role> lockRole(UserId id);
}
