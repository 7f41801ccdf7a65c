// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsOrder;
import dev.ashlar.ai.application.StatsPeriod;
import dev.ashlar.ai.application.StatsSeriesView;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.ai.application.StatsView;
import dev.ashlar.ai.application.TopModelsView;
import dev.ashlar.ai.application.TopUsersView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ai/stats")
@Tag(
        name = "AI statistics",
        description = "Calls of language models, summed up by hour (UTC). Users see their own calls, administrators all"
                + " of them. A period consists of the hours from the one of from until before to; absent,"
                + " they mean the start of the month and now. Sums and rankings of a period that reaches the present"
                + " include the rest of the month. Sums follow the calls within about a minute: asOf says up to"
                + " when calls are counted. Percentiles come from histograms and differ from the exact ones by at most"
                + " 10 percent; shorter times than 10 ms count as 10 ms, longer ones than 11 minutes as 11 minutes.")
class StatsController {
    private static final String FROM =
            "Time in the first hour; absent means the start of the month in which the period ends.";
    private static final String TO = "First time after the period; absent means now.";
    private static final String MODEL = "Name of the model, as callers write it.";
    private static final String PROVIDER = "Provider of the calls.";
    private static final String USER = "User who made the calls; another one only for administrators.";
    private static final String ORDER = "Figure by which to rank.";
    private static final String LIMIT = "Largest number of items, from 1 to 100.";

    private final StatsService stats;

    StatsController(StatsService stats) {
        this.stats = stats;
    }

    @GetMapping
    @Operation(
            summary = "Get AI statistics",
            description = "userId is for administrators, who get the figures of all users without it.")
    @Refuses("auth.forbidden")
    StatsView getAiStats(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = MODEL) @Nullable String model,
            @RequestParam(required = false) @Parameter(description = PROVIDER) @Nullable AiProviderId provider,
            @RequestParam(required = false) @Parameter(description = USER) @Nullable UserId userId) {
        return stats.totals(actor, new StatsFilter(userId, provider, model), new StatsPeriod(from, to));
    }

    @GetMapping("/series")
    @Operation(
            summary = "Get AI statistics over time",
            description =
                    "Figures of each hour, day or month (UTC), at most 744, the earliest first. Those without calls"
                            + " are omitted; the first and the last are whole.")
    @Refuses("auth.forbidden")
    StatsSeriesView getAiStatsSeries(
            Actor actor,
            @RequestParam(defaultValue = "day") @Parameter(description = "Span of each point.") StatsGrain by,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = MODEL) @Nullable String model,
            @RequestParam(required = false) @Parameter(description = PROVIDER) @Nullable AiProviderId provider,
            @RequestParam(required = false) @Parameter(description = USER) @Nullable UserId userId) {
        return stats.series(actor, new StatsFilter(userId, provider, model), new StatsPeriod(from, to), by);
    }

    @GetMapping("/top-models")
    @Operation(
            summary = "Rank language models",
            description = "The models with the highest cost, most requests or most tokens come first.")
    @Refuses("auth.forbidden")
    TopModelsView getTopAiModels(
            Actor actor,
            @RequestParam(defaultValue = "cost") @Parameter(description = ORDER) StatsOrder by,
            @RequestParam(defaultValue = "10") @Parameter(description = LIMIT) int limit,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = PROVIDER) @Nullable AiProviderId provider,
            @RequestParam(required = false) @Parameter(description = USER) @Nullable UserId userId) {
        return stats.topModels(actor, new StatsFilter(userId, provider, null), new StatsPeriod(from, to), by, limit);
    }

    @GetMapping("/top-users")
    @Operation(
            summary = "Rank users of language models",
            description =
                    "For administrators. The users with the highest cost, most requests or most tokens come first.")
    @Refuses("auth.forbidden")
    TopUsersView getTopAiUsers(
            Actor actor,
            @RequestParam(defaultValue = "cost") @Parameter(description = ORDER) StatsOrder by,
            @RequestParam(defaultValue = "10") @Parameter(description = LIMIT) int limit,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = MODEL) @Nullable String model,
            @RequestParam(required = false) @Parameter(description = PROVIDER) @Nullable AiProviderId provider) {
        return stats.topUsers(actor, new StatsFilter(null, provider, model), new StatsPeriod(from, to), by, limit);
    }
}
