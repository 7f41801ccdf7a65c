// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading of accounts and sessions. */
public interface IdentityViews {
    Optional<AccountView> account(UserId id);

    /** Returns accounts after the given key, newest first. */
    List<AccountView> accounts(UserFilter filter, @Nullable UUID after, int limit);

    long count(UserFilter filter);

    /** Returns the public profiles of these users, in no order. */
    List<PublicProfile> publicProfiles(Collection<UserId> ids);

    /** Finds a public profile by the key of the username, see {@link dev.ashlar.kernel.Spelling#key}. */
    Optional<PublicProfile> publicProfile(String usernameKey);

    /** Returns the public profiles of all users after the given one, in the order of their ids. */
    List<VersionedProfile> profilesAfter(@Nullable UserId after, int limit);

    /** Returns deletions of accounts after the given one, in their order. */
    List<Deletion> deletionsAfter(Deletion after, int limit);

    /** True if the session has not ended and belongs to this user, who is active and has this role. */
    boolean isLive(SessionId session, UserId user, Role role, Instant now);

    /**
     * Returns live sessions of this user after the given key, newest login first.
     *
     * @param current session of the calling request
     */
    List<SessionView> sessions(UserId userId, SessionId current, Instant now, @Nullable UUID after, int limit);
}
