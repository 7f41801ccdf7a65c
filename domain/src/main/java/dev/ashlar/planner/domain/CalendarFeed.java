// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Subscription of a schedule by calendar applications, which know its secret.
 *
 * @param name application or device that it is for, as the owner calls it
 * @param lastReadAt time of the last reading, to the hour; null before the first
 */
public record CalendarFeed(
        CalendarFeedId id,
        UserId ownerId,
        String name,
        CalendarScope scope,
        Instant createdAt,
        @Nullable Instant lastReadAt) {
    public static final int MAX_NAME = 100;
    /** Number of feeds that a person may have. */
    public static final int MAX_FEEDS = 20;

    /** Precision of the last reading. Applications read every few minutes, and each note is a write. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    public CalendarFeed {
        name = Fields.name("/name", name, MAX_NAME);
    }

    /** Returns a new feed. */
    public static CalendarFeed of(CalendarFeedId id, UserId ownerId, String name, CalendarScope scope, Instant now) {
        return new CalendarFeed(id, ownerId, name, scope, now, null);
    }

    /** Refuses one more feed of a person who has this number. */
    public static void requireRoom(int feeds) {
        if (feeds >= MAX_FEEDS) {
            throw PlannerProblem.FEEDS_EXCEEDED.because(
                    "You have " + feeds + " calendar feeds, and " + MAX_FEEDS + " are allowed. Delete one first.");
        }
    }

    /** True if a reading at this time is to be noted. */
    public boolean isNotedAt(Instant now) {
        return lastReadAt == null || lastReadAt.isBefore(now.minus(NOTED_EVERY));
    }

    /** True if the item is in the part of the schedule that the feed shows. */
    public boolean shows(ScheduleItem item) {
        return switch (scope) {
            case ALL -> true;
            case ITEMS -> !isMeeting(item);
            case MEETINGS -> isMeeting(item);
        };
    }

    private static boolean isMeeting(ScheduleItem item) {
        return item.source() != null && item.source().sourceType() == ItemSourceType.SLOT;
    }
}
