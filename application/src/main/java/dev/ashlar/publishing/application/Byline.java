// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Copy of the public profile of an author in the row of an article or comment.
 *
 * @param username {@code -}, which no user can have, as long as there is no copy
 */
public record Byline(
        String username,
        String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl) {
    AuthorView of(UserId author, boolean following) {
        return new AuthorView(new PublicProfile(author, username, displayName, bio, avatarUrl), following);
    }
}
