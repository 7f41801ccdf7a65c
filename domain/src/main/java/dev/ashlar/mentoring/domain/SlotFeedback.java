// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rating of a completed meeting by its mentor or its student.
 *
 * @param aboutId the other participant
 * @param rating {@value #MIN_RATING} (bad) to {@value #MAX_RATING} (good)
 */
public record SlotFeedback(
        SlotFeedbackId id,
        SlotId slotId,
        UserId authorId,
        UserId aboutId,
        int rating,
        @Nullable String comment,
        Instant createdAt) {
    public static final int MIN_RATING = 1;
    public static final int MAX_RATING = 5;
    public static final int MAX_COMMENT = 2000;

    public SlotFeedback {
        Fields.within("/rating", rating, MIN_RATING, MAX_RATING);
        comment = Fields.optionalText("/comment", comment, MAX_COMMENT);
    }
}
