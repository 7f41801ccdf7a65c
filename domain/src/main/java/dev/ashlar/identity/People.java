package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells other contexts how people appear to everybody, and whether they are still there. One call is one statement, however
 * many people it is about.
 */
public interface People {
    /** The profiles of these people, in no order; who does not exist is left out, who is switched off is not. */
    List<PublicProfile> profiles(Collection<UserId> ids);

    /** The person of this username, whatever its case. */
    Optional<PublicProfile> findByUsername(String username);

    /**
     * Whether an account is switched off; if so, nobody switches it on before the caller's transaction ends. Comes before all
     * locks of the caller.
     */
    boolean lockDeactivated(UserId id);
}
