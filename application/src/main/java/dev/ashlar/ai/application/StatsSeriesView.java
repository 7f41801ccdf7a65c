// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.kernel.Flat;
import java.time.Instant;
import java.util.List;

/**
 * Statistics of a period by hour, day or month.
 *
 * @param points earliest first; those without calls are omitted
 */
public record StatsSeriesView(@Flat Period period, List<Point> points) {
    public StatsSeriesView {
        points = List.copyOf(points);
    }

    /**
     * Statistics of one hour, day or month in UTC.
     *
     * @param start start of the hour, day or month
     */
    public record Point(Instant start, @Flat StatsFigures figures) {}
}
