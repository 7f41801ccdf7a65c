// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading model of slots. */
public interface SlotViews {
    /**
     * Returns up to {@code limit} open slots of an active mentor that start from {@code from} on and before {@code until},
     * by start.
     */
    List<OpenSlotView> openSlots(UserId mentor, Instant from, @Nullable Instant until, int limit);

    /** Returns booked slots of the person, in either role, latest start first, after the place {@code after}. */
    List<SlotView> meetings(UserId person, MeetingFilter filter, Cursor.@Nullable Place after, int limit);

    long countMeetings(UserId person, MeetingFilter filter);

    /** Returns feedback that the person has given, newest first, after the feedback {@code beforeId}. */
    List<SlotFeedbackView> feedbackBy(UserId author, @Nullable UUID beforeId, int limit);

    /** Returns transitions of a slot after the version {@code afterVersion}, oldest first. */
    List<SlotTransitionView> history(SlotId slot, int afterVersion, int limit);
}
