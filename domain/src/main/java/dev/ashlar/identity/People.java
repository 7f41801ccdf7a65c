package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Public profiles and activity of users, for other contexts. One call is one statement, whatever the number of users.
 */
public interface People {
    /** Returns the profiles of these users in no order. Unknown users are left out, inactive ones are not. */
    List<PublicProfile> profiles(Collection<UserId> ids);

    /** Finds the profile of this username, however it is spelled. */
    Optional<PublicProfile> findByUsername(String username);

    /**
     * Locks an account and tells if it is inactive. It then stays inactive until the caller's transaction ends. Called before
     * the caller takes any other lock.
     *
     * @return true if the account exists and is inactive
     */
    boolean lockDeactivated(UserId id);
}
