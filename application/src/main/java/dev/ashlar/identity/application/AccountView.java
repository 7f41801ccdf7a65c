// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Account with its profile, as the user and administrators see it.
 *
 * @param version value that an edit must name
 */
public record AccountView(
        UserId id,
        @Flat Login login,
        @Flat Person person,
        @Flat Standing standing,
        @Flat ProfileView profile,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static AccountView of(User user, Profile profile, int version) {
        return new AccountView(
                user.id(),
                user.login(),
                user.person(),
                user.standing(),
                new ProfileView(
                        profile.displayName(),
                        profile.bio(),
                        profile.avatarUrl(),
                        profile.timeZone(),
                        profile.locale()),
                user.createdAt(),
                user.updatedAt(),
                version);
    }

    /** Public profile and settings of the user. */
    public record ProfileView(
            String displayName,
            @Nullable String bio,
            @Nullable String avatarUrl,
            String timeZone,
            String locale) {}
}
