// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/** Projects, friendships and calendar feeds for tests. */
public final class Relations {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static final IdSource IDS = IdSource.timeOrdered();

    private Relations() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    public static Project project(UserId owner, String name) {
        return Project.of(new ProjectId(IDS.next()), owner, name, NOW);
    }

    /** A request for friendship that is stored nowhere. */
    public static Friendship request(UserId requester, UserId addressee) {
        return Friendship.requested(new FriendshipId(IDS.next()), requester, addressee, NOW);
    }

    public static CalendarFeed feed(UserId owner, CalendarScope scope) {
        return CalendarFeed.of(new CalendarFeedId(IDS.next()), owner, "Phone", scope, NOW);
    }

    /** A hash as of a secret. */
    public static String hash(int digit) {
        return Integer.toString(digit).repeat(64);
    }
}
