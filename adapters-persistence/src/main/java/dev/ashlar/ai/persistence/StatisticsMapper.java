// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.Statistics;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.LatencyHistogram;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** {@link Statistics} in {@code ai.ai_stats}, {@code ai.ai_user_stats} and {@code ai.ai_total_stats}. */
@Mapper
interface StatisticsMapper extends Statistics {
    /** Statements have more time than usual, because an hour may have millions of calls, and one that fails would stop those before it. */
    @Override
    default void recompute(Instant hour, Instant now) {
        setTimeout();
        var hours = Span.of(StatsGrain.HOUR, hour, now);
        count(hours, LatencyHistogram.BOUNDS);
        countByUser(hours, LatencyHistogram.BOUNDS);
        var days = Span.of(StatsGrain.DAY, hour, now);
        sumUp(hours, days);
        sumUpByUser(hours, days);
        var months = Span.of(StatsGrain.MONTH, hour, now);
        sumUp(days, months);
        sumUpByUser(days, months);
        total(days, months);
    }

    String setTimeout();

    void count(Span span, List<Long> bounds);

    void countByUser(Span span, List<Long> bounds);

    void sumUp(Span part, Span whole);

    void sumUpByUser(Span part, Span whole);

    void total(Span day, Span month);

    /** Hour, day or month that is recomputed. */
    record Span(StatsGrain grain, Instant from, Instant to, Instant now) {
        static Span of(StatsGrain grain, Instant time, Instant now) {
            return new Span(grain, grain.startOf(time), grain.endOf(time), now);
        }
    }
}
