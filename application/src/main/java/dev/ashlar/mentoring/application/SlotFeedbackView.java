// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.SlotFeedback;
import dev.ashlar.mentoring.domain.SlotFeedbackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Feedback on a meeting. */
public record SlotFeedbackView(
        SlotFeedbackId id,
        SlotId slotId,
        UserId authorId,
        UserId aboutId,
        int rating,
        @Nullable String comment,
        Instant createdAt) {
    static SlotFeedbackView of(SlotFeedback feedback) {
        return new SlotFeedbackView(
                feedback.id(),
                feedback.slotId(),
                feedback.authorId(),
                feedback.aboutId(),
                feedback.rating(),
                feedback.comment(),
                feedback.createdAt());
    }
}
