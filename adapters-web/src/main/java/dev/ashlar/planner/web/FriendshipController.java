// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.FreeBusyService;
import dev.ashlar.planner.application.FreeBusyView;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.FriendshipView;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Friends", description = "Friendships, and the times in which friends are busy.")
class FriendshipController {
    private static final String FRIENDSHIPS = "/friendships";
    private static final String ONE = FRIENDSHIPS + "/{id}";

    private final FriendshipService friendships;
    private final FreeBusyService freeBusy;

    FriendshipController(FriendshipService friendships, FreeBusyService freeBusy) {
        this.friendships = friendships;
        this.freeBusy = freeBusy;
    }

    @GetMapping(FRIENDSHIPS)
    @Operation(
            summary = "List your friendships",
            description = "The newest comes first, requests in both directions included. The filter is the status.")
    @Refuses("request.invalid-cursor")
    Listing<FriendshipView> listFriendships(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the friendships.") @Nullable
                    FriendshipStatus status,
            PageRequest page) {
        return Listing.of(friendships.list(actor, status, page));
    }

    @PostMapping(FRIENDSHIPS)
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Request a friendship",
            description = "If the other person has requested one before, you become friends. A request that exists"
                    + " is returned. After a declined request you may ask again in 30 days.")
    @Refuses({
        "planner.own-friendship",
        "planner.person-not-found",
        "planner.friendship-declined",
        "planner.illegal-transition"
    })
    Versioned<FriendshipView> requestFriendship(Actor actor, @RequestBody @Valid FriendRequest request) {
        var friendship = friendships.request(actor, request.userId());
        var path = "/api/v1/friendships/" + friendship.id().value();
        return Versioned.created(path, friendship.version(), friendship);
    }

    @GetMapping(ONE)
    @Operation(summary = "Get a friendship", description = "The ETag is the version for its removal.")
    @Refuses("planner.friendship-not-found")
    Versioned<FriendshipView> getFriendship(Actor actor, @PathVariable FriendshipId id) {
        var friendship = friendships.get(actor, id);
        return Versioned.okByContent(friendship.version(), friendship);
    }

    @PostMapping(ONE + "/accept")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Accept a friendship", description = "The person who was asked may do so.")
    @Refuses({"planner.friendship-not-found", "planner.own-friendship-request", "planner.illegal-transition"})
    Versioned<FriendshipView> acceptFriendship(Actor actor, @PathVariable FriendshipId id) {
        return versioned(friendships.accept(actor, id));
    }

    @PostMapping(ONE + "/decline")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Decline a friendship",
            description =
                    "The person who was asked may do so, and may request one at any time; the other person only after 30"
                            + " days.")
    @Refuses({"planner.friendship-not-found", "planner.own-friendship-request", "planner.illegal-transition"})
    Versioned<FriendshipView> declineFriendship(Actor actor, @PathVariable FriendshipId id) {
        return versioned(friendships.decline(actor, id));
    }

    @PostMapping(ONE + "/block")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Block the other person",
            description =
                    "Neither of you finds the other any longer, and each leaves the projects of the other. Delete the"
                            + " friendship to end the block.")
    @Refuses({"planner.friendship-not-found", "planner.illegal-transition"})
    Versioned<FriendshipView> blockFriendship(Actor actor, @PathVariable FriendshipId id) {
        return versioned(friendships.block(actor, id));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End a friendship",
            description =
                    "Withdraws a request, ends a friendship, or ends your block of the other person. Only the person who"
                            + " declined a request may delete it.")
    @Refuses({"planner.friendship-not-found", "planner.friendship-declined", "request.stale-version"})
    void deleteFriendship(Actor actor, @PathVariable FriendshipId id, IfMatch ifMatch) {
        friendships.remove(
                actor, id, ifMatch.version(() -> friendships.get(actor, id).version()));
    }

    @GetMapping("/friends/{id}/free-busy")
    @Operation(
            summary = "Get the busy times of a friend",
            description = "Spans in which the friend has something on the schedule, without telling what. The range may"
                    + " have up to 62 days.")
    @Refuses({"planner.friend-not-found", "planner.range-too-full"})
    FreeBusyView getFreeBusy(
            Actor actor,
            @PathVariable @Parameter(description = "User id of the friend.") UserId id,
            @RequestParam @Parameter(description = "Start of the range, inclusive.", example = "2026-02-02T00:00:00Z")
                    Instant from,
            @RequestParam @Parameter(description = "End of the range, exclusive.", example = "2026-02-09T00:00:00Z")
                    Instant to) {
        return freeBusy.of(actor, id, from, to);
    }

    private static Versioned<FriendshipView> versioned(FriendshipView friendship) {
        return Versioned.ok(friendship.version(), friendship);
    }

    /** Person to become friends with. */
    record FriendRequest(
            @NotNull @Schema(example = "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b")
            UserId userId) {}
}
