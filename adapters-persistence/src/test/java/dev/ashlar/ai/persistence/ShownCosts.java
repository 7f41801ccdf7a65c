// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.application.StatsFigures;
import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsOrder;
import dev.ashlar.ai.application.StatsPeriod;
import dev.ashlar.ai.application.StatsSeriesView;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.ai.application.StatsView;
import dev.ashlar.ai.application.TopModelsView;
import dev.ashlar.ai.application.TopUsersView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums of the costs of all calls, as each place shows them to an administrator. */
final class ShownCosts {
    private static final InteractionFilter ALL = new InteractionFilter(null, null, null, null, null, null, null);

    private final InteractionService list;
    private final StatsService statistics;
    private final JdbcClient psql;
    private final Actor admin;

    ShownCosts(InteractionService list, StatsService statistics, JdbcClient psql, Actor admin) {
        this.list = list;
        this.statistics = statistics;
        this.psql = psql;
        this.admin = admin;
    }

    /** Returns the sum of the list. */
    BigDecimal listed() {
        var sum = BigDecimal.ZERO;
        @Nullable Cursor after = null;
        do {
            var page = list.list(admin, ALL, new PageRequest(PageRequest.MAX_LIMIT, after));
            sum = page.items().stream()
                    .map(InteractionView::costUsd)
                    .filter(Objects::nonNull)
                    .reduce(sum, BigDecimal::add);
            after = page.next();
        } while (after != null);
        return sum;
    }

    /** Returns the sums of each kind of statistics that adds up all calls of a period. */
    List<BigDecimal> counted(List<AiProviderId> providers, StatsPeriod period) {
        var all = new StatsFilter(null, null, null);
        return List.of(
                statistics.totals(admin, all, period).figures().costUsd(),
                sum(providers.stream()
                        .map(provider -> statistics.totals(admin, new StatsFilter(null, provider, null), period))
                        .map(StatsView::figures)),
                sum(Stream.of("small", "large", "unpriced")
                        .map(model -> statistics.totals(admin, new StatsFilter(null, null, model), period))
                        .map(StatsView::figures)),
                sum(statistics.series(admin, all, period, StatsGrain.DAY).points().stream()
                        .map(StatsSeriesView.Point::figures)),
                sum(statistics.topModels(admin, all, period, StatsOrder.COST, 100).items().stream()
                        .map(TopModelsView.RankedModel::figures)),
                sum(statistics.topUsers(admin, all, period, StatsOrder.COST, 100).items().stream()
                        .map(TopUsersView.RankedUser::figures)));
    }

    /** Returns what the windows of these budgets have spent. */
    BigDecimal spent(List<BudgetId> budgets) {
        return psql.sql("SELECT sum(spent_usd) FROM ai.ai_budget_windows WHERE budget_id IN (:ids)")
                .param("ids", budgets.stream().map(BudgetId::value).toList())
                .query(BigDecimal.class)
                .single();
    }

    private static BigDecimal sum(Stream<StatsFigures> figures) {
        return figures.map(StatsFigures::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
