package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.AvailabilityId;
import dev.ashlar.mentoring.domain.AvailabilityOverride;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What is different on one day, as the mentor reads and writes it.
 *
 * @param localEnd first minute after it; 00:00 is the end of the day
 * @param available whether the mentor is available then besides the rules, or is not in spite of them
 */
public record DayWindow(LocalDate day, LocalTime localStart, LocalTime localEnd, boolean available) {
    static DayWindow of(AvailabilityOverride override) {
        return new DayWindow(override.day(), override.localStart(), override.localEnd(), override.isAvailable());
    }

    AvailabilityOverride override(AvailabilityId id, UserId mentor) {
        return new AvailabilityOverride(id, mentor, day, localStart, localEnd, available);
    }
}
