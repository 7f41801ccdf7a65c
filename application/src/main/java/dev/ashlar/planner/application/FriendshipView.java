// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import java.time.Instant;

/**
 * Friendship as one of the two sees it.
 *
 * @param person the other one
 * @param requestedByMe true if the reader has requested it
 * @param version version for {@code If-Match}
 */
public record FriendshipView(
        FriendshipId id,
        PersonView person,
        boolean requestedByMe,
        FriendshipStatus status,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
