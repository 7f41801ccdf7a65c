package dev.ashlar.identity.application;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts and sessions as they are shown. */
public interface IdentityViews {
    Optional<AccountView> account(UserId id);

    /** Accounts, newest first, that come after the given key. */
    List<AccountView> accounts(UserFilter filter, @Nullable UUID after, int limit);

    long count(UserFilter filter);

    /** How these people appear to everybody. */
    List<PublicProfile> publicProfiles(Collection<UserId> ids);

    /** How the person of this username, whatever its case, appears to everybody. */
    Optional<PublicProfile> publicProfile(String username);

    /** The role of the person, who is active, whose session this is; empty if it is over or revoked. */
    Optional<Role> roleIn(SessionId session, Instant now);

    /**
     * Sessions of this person that are still good, newest login first, that come after the given key.
     *
     * @param current the session that the asking request belongs to
     */
    List<SessionView> sessions(UserId userId, SessionId current, Instant now, @Nullable UUID after, int limit);
}
