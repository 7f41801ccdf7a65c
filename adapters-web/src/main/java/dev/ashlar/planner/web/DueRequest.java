// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Fields;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.Recurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Time at which a todo is due.
 *
 * @param date first day on which a todo that repeats may be due
 * @param time time of the day; needs a zone
 * @param zone zone of the time
 * @param rule recurrence rule (RFC 5545); null if the todo does not repeat
 */
record DueRequest(
        @NotNull @Schema(example = "2027-01-31") LocalDate date,
        @Nullable @Schema(example = "09:30") LocalTime time,

        @Nullable @Size(max = Fields.MAX_TIME_ZONE) @Schema(example = "Europe/Berlin")
        String zone,

        @Nullable @Size(max = Recurrence.MAX_LENGTH) @Schema(example = "FREQ=MONTHLY")
        String rule) {
    Due due() {
        return Due.of(date, time, zone, rule);
    }
}
