// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.ProfileCopies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** {@link ProfileCopies} in {@code publishing.people}, with one array for each column of several profiles. */
@Mapper
interface ProfileCopyMapper extends ProfileCopies {
    @Override
    default int repair(List<VersionedProfile> profiles, Instant now) {
        return repairEach(
                column(profiles, copy -> copy.profile().id()),
                column(profiles, copy -> copy.profile().username()),
                column(profiles, copy -> copy.profile().displayName()),
                column(profiles, copy -> copy.profile().bio()),
                column(profiles, copy -> copy.profile().avatarUrl()),
                column(profiles, copy -> (long) copy.version()),
                now);
    }

    int repairEach(
            List<UserId> ids,
            List<String> usernames,
            List<String> displayNames,
            List<@Nullable String> bios,
            List<@Nullable String> avatarUrls,
            List<Long> versions,
            Instant now);

    private static <T extends @Nullable Object> List<T> column(
            List<VersionedProfile> profiles, Function<VersionedProfile, T> of) {
        var column = new ArrayList<T>();
        profiles.forEach(profile -> column.add(of.apply(profile)));
        return column;
    }
}
