// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Key figures, for administrators. */
@ApplicationService
public class KpiService {
    private static final String LIST = "operations.kpis";

    /** More figures than all contexts have together. */
    private static final int MAX_KPIS = 1000;

    private final KpiViews views;

    KpiService(KpiViews views) {
        this.views = views;
    }

    /** Returns all figures of the latest snapshot. */
    public List<KpiView> latest(Actor actor) {
        actor.requireAdmin();
        return views.latest(MAX_KPIS);
    }

    /**
     * Returns a figure over time, latest first.
     *
     * @param metric name of the figure; if it is null, the refusal names those of the latest snapshot
     * @param dimensions part of the whole; empty for the whole
     * @param from earliest bucket, inclusive; null for none
     * @param to latest bucket, exclusive; null for none
     */
    public Page<KpiPointView> series(
            Actor actor,
            @Nullable String metric,
            String dimensions,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest page) {
        actor.requireAdmin();
        if (metric == null) {
            throw Fields.invalid("metric", "must name a figure: " + metrics());
        }
        var series = new KpiSeries(metric, dimensions);
        var end = earlier(to, page.afterTime(LIST));
        var rows = views.points(series, from, end, page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.bucket()));
    }

    private String metrics() {
        var metrics = views.latest(MAX_KPIS).stream()
                .map(figure -> figure.kpi().metric())
                .distinct()
                .collect(Collectors.joining(", "));
        return metrics.isEmpty() ? "none is stored yet" : metrics;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
