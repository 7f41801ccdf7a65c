// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** All accounts, inactive ones included: an account keeps its email address and username for good. */
public interface Users {
    /** Stores a new account; a taken email address or username breaks a unique constraint. */
    void insert(User user, String passwordHash);

    Optional<User> find(UserId id);

    /** Finds an account by the key of its email address, see {@link dev.ashlar.kernel.Spelling#key}. */
    Optional<User> findByEmail(String key);

    /**
     * Reads an account and locks it until the transaction ends. Callers that open, renew or revoke sessions, or change
     * activity or password, lock the account first; so no session slips past a deactivation.
     */
    Optional<User> lock(UserId id);

    /** Locks accounts in the order of their ids until the transaction ends, and returns those that are inactive. */
    Set<UserId> lockDeactivated(Collection<UserId> ids);

    /**
     * Locks all sales heads and administrators until the transaction ends. The rules about them span rows, so no row lock
     * can hold them.
     */
    void lockStandings();

    /** Returns the password's hash by the key of the email address, for checking a password and nothing else. */
    Optional<Credentials> credentials(String emailKey);

    /**
     * Stores an edited account if it still has the version and the edit keeps the rules of sales heads: a new head may
     * lead and is not led by the user, and a user who leads others keeps a role that may. The caller holds
     * {@link #lockStandings()} when role or head change.
     *
     * @return true if it was stored
     */
    boolean edit(User edited, int expectedVersion);

    /**
     * Stores only the login of an edited account, if the account still has the version; a taken email address or username
     * breaks a unique constraint, a pending address does not.
     *
     * @return true if it was stored
     */
    boolean editLogin(User edited, int expectedVersion);

    /** Activates or deactivates an account. False if it already is so or does not exist. */
    boolean setActive(UserId id, boolean active, Instant now);

    /** Stores an account that its user has deleted. No password matches it, and it is never active again. */
    void erase(User erased);

    /** True if another active account has the role of administrator. The caller holds {@link #lockStandings()}. */
    boolean hasOtherAdministrator(UserId id);

    /** Records that the user owns the address, see {@link User#confirmed}. A taken address breaks a unique constraint. */
    void confirmEmail(UserId id, Instant now);

    void setPassword(UserId id, String passwordHash, Instant now);
}
