// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a friendship. */
public enum FriendshipStatus {
    /** Requested and not decided. */
    PENDING,
    /** Both are friends. */
    ACCEPTED,
    /** Refused by the addressee, who may ask at once; the requester may ask again later. */
    DECLINED,
    /** One of the two has blocked the other; neither finds the other. */
    BLOCKED;

    /** Transitions between statuses. */
    public static final Lifecycle<FriendshipStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, ACCEPTED, "accepted by the addressee, or requested by both")
            .may(PENDING, DECLINED, "declined by the addressee")
            .may(DECLINED, PENDING, "requested again")
            .may(PENDING, BLOCKED, "blocked by either")
            .may(ACCEPTED, BLOCKED, "blocked by either")
            .may(DECLINED, BLOCKED, "blocked by either")
            .build();
}
