// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.domain.Availability;
import java.util.List;

/** Whole availability of a mentor. */
public record AvailabilityView(String timeZone, List<WeeklyWindow> rules, List<DayWindow> overrides, int version) {
    static AvailabilityView of(String timeZone, Availability availability, int version) {
        return new AvailabilityView(
                timeZone,
                availability.rules().stream().map(WeeklyWindow::of).toList(),
                availability.overrides().stream().map(DayWindow::of).toList(),
                version);
    }
}
