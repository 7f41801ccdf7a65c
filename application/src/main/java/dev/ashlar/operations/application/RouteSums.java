// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.kernel.Percentiles;
import java.math.BigDecimal;

/**
 * Sums of the requests of a route, as stored.
 *
 * @param latency counts of a {@link LatencyHistogram} of tenths of a millisecond
 */
public record RouteSums(
        String method,
        String route,
        long requests,
        long clientErrors,
        long serverErrors,
        long responseBytes,
        String latency) {
    RouteStatsView view() {
        var durations = new LatencyHistogram(latency).percentiles().orElse(new Percentiles(0, 0, 0));
        return new RouteStatsView(
                method,
                route,
                requests,
                clientErrors,
                serverErrors,
                responseBytes,
                new DurationPercentiles(ms(durations.p50()), ms(durations.p95()), ms(durations.p99())));
    }

    private static BigDecimal ms(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
