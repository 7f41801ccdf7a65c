// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Empty views, for tests without lists. */
class NoMentoringViews implements MentorViews, SlotViews {
    @Override
    public List<MentorView> mentors(MentorFilter filter, @Nullable UUID beforeId, int limit) {
        return List.of();
    }

    @Override
    public long countMentors(MentorFilter filter) {
        return 0;
    }

    @Override
    public Optional<MentorView> mentor(UserId userId) {
        return Optional.empty();
    }

    @Override
    public List<OpenSlotView> openSlots(UserId mentor, Instant from, @Nullable Instant until, int limit) {
        return List.of();
    }

    @Override
    public List<SlotView> meetings(UserId person, MeetingFilter filter, Cursor.@Nullable Place after, int limit) {
        return List.of();
    }

    @Override
    public long countMeetings(UserId person, MeetingFilter filter) {
        return 0;
    }

    @Override
    public List<SlotFeedbackView> feedbackBy(UserId author, @Nullable UUID beforeId, int limit) {
        return List.of();
    }

    @Override
    public List<SlotTransitionView> history(SlotId slot, int afterVersion, int limit) {
        return List.of();
    }
}
