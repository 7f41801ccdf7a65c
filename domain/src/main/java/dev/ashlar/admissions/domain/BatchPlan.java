// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Fields;
import java.time.LocalDate;

/**
 * Code and dates of a batch.
 *
 * @param code business key; unique
 * @param startsOn first day
 * @param endsOn last day, not before the first
 */
public record BatchPlan(String code, LocalDate startsOn, LocalDate endsOn) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    public BatchPlan {
        code = Fields.name("/code", code, Course.MAX_CODE);
        Fields.require(!startsOn.isBefore(FIRST_DAY), "/startsOn", "must not be before " + FIRST_DAY);
        Fields.require(!endsOn.isBefore(startsOn), "/endsOn", "must not be before startsOn");
        Fields.require(!endsOn.isAfter(LAST_DAY), "/endsOn", "must not be after " + LAST_DAY);
    }
}
