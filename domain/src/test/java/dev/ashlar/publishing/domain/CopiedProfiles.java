// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;

/** Profiles for tests of their copies. */
public final class CopiedProfiles {
    private CopiedProfiles() {}

    /** Returns a profile with every field set. */
    public static VersionedProfile profile(UserId user, String username, int version) {
        return new VersionedProfile(
                new PublicProfile(
                        user,
                        username,
                        "Known as " + username,
                        "Writes as " + username,
                        "https://example.org/" + username + ".png"),
                version);
    }
}
