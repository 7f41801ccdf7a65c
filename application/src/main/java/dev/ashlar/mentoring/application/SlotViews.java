package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about slots. */
public interface SlotViews {
    /**
     * Open slots of an active mentor that start from {@code from} on and before {@code until}, by start, at most
     * {@code limit}.
     */
    List<OpenSlotView> openSlots(UserId mentor, Instant from, @Nullable Instant until, int limit);

    /** Slots that the person has or had with somebody, latest start first, those before the slot {@code beforeId}. */
    List<SlotView> meetings(UserId person, MeetingFilter filter, @Nullable UUID beforeId, int limit);

    long countMeetings(UserId person, MeetingFilter filter);

    /** What was done with a slot, oldest first, after the version {@code afterVersion}. */
    List<SlotTransitionView> history(SlotId slot, int afterVersion, int limit);
}
