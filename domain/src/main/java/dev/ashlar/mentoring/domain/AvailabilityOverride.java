package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What is different on one day.
 *
 * @param localEnd first minute after it; midnight means the end of the day
 * @param isAvailable whether the mentor is available then besides the rules, or is not in spite of them; where both are
 *     said, the mentor is not
 */
public record AvailabilityOverride(
        AvailabilityId id,
        UserId mentorId,
        LocalDate day,
        LocalTime localStart,
        LocalTime localEnd,
        boolean isAvailable) {
    public AvailabilityOverride {
        LocalWindow.of("/overrides", localStart, localEnd);
    }

    LocalWindow window() {
        return LocalWindow.of("/overrides", localStart, localEnd);
    }
}
