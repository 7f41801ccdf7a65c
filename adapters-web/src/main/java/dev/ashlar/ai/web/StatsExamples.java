// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.StatsFigures;
import dev.ashlar.ai.application.StatsFigures.CallTotals;
import dev.ashlar.ai.application.StatsFigures.TokenTotals;
import dev.ashlar.ai.application.StatsSeriesView;
import dev.ashlar.ai.application.StatsSeriesView.Point;
import dev.ashlar.ai.application.StatsView;
import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.ai.application.TopModelsView;
import dev.ashlar.ai.application.TopModelsView.RankedModel;
import dev.ashlar.ai.application.TopUsersView;
import dev.ashlar.ai.application.TopUsersView.RankedUser;
import dev.ashlar.kernel.Percentiles;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of statistics for the API description. */
@Component
class StatsExamples implements ExampleRecords {
    private static final UserId USER = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000001"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public List<Record> all() {
        var period = new Period(FROM, Instant.parse("2026-11-20T11:00:00Z"), Instant.parse("2026-11-20T10:15:30Z"));
        var figures = new StatsFigures(
                new CallTotals(1204, 9, 0),
                new TokenTotals(812_430, 265_118, 204_800, 61_020),
                new BigDecimal("0.27083250"),
                new Percentiles(1372, 6303, 14_480),
                new Percentiles(343, 906, 2080));
        return List.of(
                new StatsView(period, figures),
                new StatsSeriesView(period, List.of(new Point(FROM, figures))),
                new TopModelsView(period, List.of(new RankedModel("sandbox-small", figures))),
                new TopUsersView(period, List.of(new RankedUser(USER, figures))));
    }
}
