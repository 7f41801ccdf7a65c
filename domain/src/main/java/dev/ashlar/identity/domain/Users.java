package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** All accounts, the switched-off ones included: an account keeps its email address and username for good. */
public interface Users {
    /** Stores a new account; a taken email address or username breaks a unique constraint. */
    void insert(User user, String passwordHash);

    Optional<User> find(UserId id);

    /** Finds by email address, whatever its case. */
    Optional<User> findByEmail(String email);

    /**
     * Reads an account and holds it until the transaction ends. Whoever opens, renews or revokes sessions, or changes
     * activity or password, holds the account first; so a session cannot slip past a deactivation.
     */
    Optional<User> lock(UserId id);

    /**
     * Waits until nobody else is changing who leads whom and who is an administrator, and keeps others waiting until
     * the transaction ends. Those rules span rows, so no row lock can hold them.
     */
    void lockStandings();

    /** The password's hash, for checking a login and nothing else. */
    Optional<Credentials> credentials(String email);

    /**
     * Stores an edited account if it still has the version and the edit keeps the rules of sales heads: a new head may
     * lead and is not led by the person, and who leads others keeps a role that may. The caller holds
     * {@link #lockStandings()} when role or head change.
     *
     * @return whether it was stored
     */
    boolean edit(User edited, int expectedVersion);

    /**
     * Stores email address, whether it is verified, and username of an edited account if it still has the version, and nothing
     * else; a taken one breaks a unique constraint.
     *
     * @return whether it was stored
     */
    boolean editLogin(User edited, int expectedVersion);

    /** Switches an account on or off; false if it already is as asked or is not there. */
    boolean setActive(UserId id, boolean active, Instant now);

    /** Notes that the person owns the email address; the first time counts. */
    void confirmEmail(UserId id, Instant now);

    void setPassword(UserId id, String passwordHash, Instant now);
}
