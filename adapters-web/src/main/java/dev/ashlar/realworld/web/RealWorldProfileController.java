// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.LenientParameters;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.publishing.application.AuthorView;
import dev.ashlar.publishing.application.ReaderService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LenientParameters
@RequestMapping(path = "/api/profiles/{username}", produces = RealWorld.JSON)
@Tag(name = RealWorld.TAG, description = RealWorld.ABOUT)
class RealWorldProfileController {
    private final ReaderService readers;

    RealWorldProfileController(ReaderService readers) {
        this.readers = readers;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "Get a profile",
            description = "A caller with a token also learns whether the user is followed.")
    @Refuses("publishing.profile-not-found")
    ProfileAnswer getRealWorldProfile(
            @Nullable Actor reader,
            @PathVariable @Parameter(description = "Username of the profile.") String username) {
        return ProfileAnswer.of(readers.profile(username, reader == null ? null : reader.userId()));
    }

    @PostMapping("/follow")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(summary = "Follow a user", description = "The articles of the user appear in your feed.")
    @Refuses("publishing.profile-not-found")
    ProfileAnswer followRealWorldProfile(
            Actor actor, @PathVariable @Parameter(description = "Username of the profile.") String username) {
        return ProfileAnswer.of(readers.follow(actor, username));
    }

    @DeleteMapping("/follow")
    @Operation(summary = "Unfollow a user", description = "The articles of the user leave your feed.")
    @Refuses("publishing.profile-not-found")
    ProfileAnswer unfollowRealWorldProfile(
            Actor actor, @PathVariable @Parameter(description = "Username of the profile.") String username) {
        return ProfileAnswer.of(readers.unfollow(actor, username));
    }

    /** Envelope of a profile. */
    record ProfileAnswer(RealWorldProfile profile) {
        static ProfileAnswer of(AuthorView person) {
            return new ProfileAnswer(RealWorldProfile.of(person));
        }
    }
}
