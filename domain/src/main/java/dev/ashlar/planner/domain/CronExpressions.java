// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Cron expressions of five fields: minute, hour, day of month, month, day of week. */
public interface CronExpressions {
    /**
     * Returns the first tick after a time, or nothing if there is none, as with 30 February. Ticks are at local time: one that a clock
     * change leaves out comes at the change, one that it repeats comes once. The ticks of an expression for every hour come in each hour
     * that passes.
     *
     * @throws dev.ashlar.kernel.DomainException if the expression is not one
     */
    Optional<Instant> next(String expression, ZoneId zone, Instant after);
}
