// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsFigures.CallTotals;
import dev.ashlar.ai.application.StatsFigures.TokenTotals;
import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;

/** Results of {@link StatsViews}. */
public final class StatsRows {
    private StatsRows() {}

    /**
     * Sums of all calls.
     *
     * @param latency counts of a {@link LatencyHistogram}
     * @param ttft counts of a {@link LatencyHistogram}
     */
    public record Sums(CallTotals calls, TokenTotals tokens, BigDecimal costUsd, String latency, String ttft) {
        StatsFigures figures() {
            return new StatsFigures(
                    calls,
                    tokens,
                    costUsd,
                    new LatencyHistogram(latency).percentiles().orElse(null),
                    new LatencyHistogram(ttft).percentiles().orElse(null));
        }
    }

    /** Sums of an hour, day or month. */
    public record BucketSums(Instant bucket, Sums sums) {}

    /** Sums of a model. */
    public record ModelSums(String model, Sums sums) {}

    /** Sums of a user. */
    public record UserSums(UserId userId, Sums sums) {}
}
