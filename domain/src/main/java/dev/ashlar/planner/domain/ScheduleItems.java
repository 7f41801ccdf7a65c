// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedule items of people. Items in the trash and cancelled meetings are not found. */
public interface ScheduleItems {
    /** Adds an item. */
    void insert(ScheduleItem item);

    Optional<ScheduleItem> find(UserId owner, ScheduleItemId id);

    /** Returns up to {@code limit} items of the owner whose {@link ScheduleItem#cover} overlaps the range, in no order of time. */
    List<ScheduleItem> between(UserId owner, InstantRange range, int limit);

    /** Returns up to {@code limit} items of the owner, oldest first, that follow the given key. */
    List<ScheduleItem> page(UserId owner, @Nullable UUID after, int limit);

    /** Counts the exceptions of all series of the owner, those in the trash included. */
    int countExceptions(UserId owner);

    /** Stores a change of the version that was read; returns false if another change was first. */
    boolean update(ScheduleItem changed, int expectedVersion);

    /** Moves an item of that version into the trash; returns false if it was changed or is not there. */
    boolean trash(UserId owner, ScheduleItemId id, int version, Instant now);

    /** Takes an item out of the trash; returns false if it is not there. */
    boolean restore(UserId owner, ScheduleItemId id, Instant now);

    /** Removes up to {@code limit} items for good that went into the trash before; returns their number. */
    int purge(Instant deletedBefore, int limit);

    /** Removes up to {@code limit} items of a person for good, meetings and the trash included; returns their number. */
    int erase(UserId owner, int limit);

    /**
     * Shows a meeting on the schedules of its participants, or hides it; a meeting of an earlier version than the one shown changes nothing.
     *
     * @return number of schedules that changed
     */
    int putMeeting(Meeting meeting, List<MeetingParticipant> participants);

    /** Removes up to {@code limit} cancelled meetings that ended before; returns their number. */
    int purgeMeetings(Instant endedBefore, int limit);
}
