package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A weekly window in which a mentor is available, in the mentor's zone.
 *
 * @param localEnd first minute after it; midnight means the end of the day
 * @param validFrom first day it holds; null for always
 * @param validTo last day it holds; null for ever
 */
public record AvailabilityRule(
        AvailabilityId id,
        UserId mentorId,
        DayOfWeek dayOfWeek,
        LocalTime localStart,
        LocalTime localEnd,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public AvailabilityRule {
        LocalWindow.of("/rules", localStart, localEnd);
        Input.require(
                validFrom == null || validTo == null || !validTo.isBefore(validFrom),
                "/rules",
                "must each be valid to a day that is not before the day they are valid from");
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return day.getDayOfWeek() == dayOfWeek
                && (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }

    LocalWindow window() {
        return LocalWindow.of("/rules", localStart, localEnd);
    }
}
