// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.publishing.application.AuthorView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Public profile of the RealWorld API.
 *
 * @param following true if the caller follows the user
 */
record RealWorldProfile(
        @Schema(example = "ada") String username,
        @Schema(example = "I like engines.") @Nullable String bio,

        @Schema(example = "https://example.org/ada.png") @Nullable
        String image,

        @Schema(example = "false") boolean following) {
    static RealWorldProfile of(AuthorView person) {
        var profile = person.profile();
        return new RealWorldProfile(profile.username(), profile.bio(), profile.avatarUrl(), person.following());
    }
}
