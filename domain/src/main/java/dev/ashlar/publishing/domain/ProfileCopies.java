// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.identity.VersionedProfile;
import java.time.Instant;
import java.util.List;

/**
 * Copies of the public profiles of all users, which identity owns. Articles, comments and profiles are read together with them in one
 * statement. A copy is never replaced by an older one.
 */
public interface ProfileCopies {
    /**
     * Stores a profile, unless its copy has this version or a later one. A repeated call changes nothing.
     *
     * @return true if it was stored
     */
    boolean store(VersionedProfile copy, Instant now);

    /**
     * Stores those of these profiles, each of another user, whose copy is missing or differs from them and has no later version.
     *
     * @return number of copies that were stored
     */
    int repair(List<VersionedProfile> profiles, Instant now);
}
