// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@link SlotFeedbacks} for tests of one thread. */
public final class InMemorySlotFeedbacks implements SlotFeedbacks {
    private final List<SlotFeedback> feedbacks = new ArrayList<>();

    /** All of them, oldest first. */
    public List<SlotFeedback> all() {
        return Collections.unmodifiableList(feedbacks);
    }

    @Override
    public boolean add(SlotFeedback feedback) {
        boolean given = feedbacks.stream()
                .anyMatch(other -> other.slotId().equals(feedback.slotId())
                        && other.authorId().equals(feedback.authorId()));
        return !given && feedbacks.add(feedback);
    }
}
