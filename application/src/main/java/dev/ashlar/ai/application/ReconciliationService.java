// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Comparison of the costs of interactions with those of statistics and budgets. */
@ApplicationService
public class ReconciliationService {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationService.class);
    private static final int MAX_DRIFTS = 100;
    private static final int MAX_SECONDS = 1200;

    private final ReconciliationViews views;
    private final DirtyHours hours;
    private final InstantSource clock;

    ReconciliationService(ReconciliationViews views, DirtyHours hours, InstantSource clock) {
        this.views = views;
        this.hours = hours;
        this.clock = clock;
    }

    /** Compares this month and the one before it. */
    @Transactional(
            readOnly = true,
            timeout = MAX_SECONDS) // makes it a transaction, for which a statement can set its limit
    public ReconciliationView reconcile(Actor actor) {
        actor.requireAdmin();
        return compare().view();
    }

    /**
     * Compares this month and the one before it, and logs the first {@value #MAX_DRIFTS} differences of each kind with the number of all.
     * All hours that differ are marked, so that they are recomputed: besides defects, these are hours that an instance of the release
     * before, which knows no totals, has recomputed during an upgrade.
     */
    @Job(name = "ai.reconcile", cron = "0 10 4 * * *")
    @Transactional
    public void reconcile() {
        var comparison = compare();
        var result = comparison.view();
        result.hours().forEach(drift -> LOG.error("AI statistics drift found hour={} drift={}", drift.bucket(), drift));
        result.windows()
                .forEach(drift -> LOG.error(
                        "AI budget drift found budget={} drift={}",
                        drift.budgetId().value(),
                        drift));
        hours.mark(comparison.driftedHours());
        LOG.info(
                "AI reconciled from={} interactions={} pendingHours={} hours={} windows={}",
                result.from(),
                result.interactions(),
                result.pendingHours(),
                result.driftedHours(),
                result.driftedWindows());
    }

    /** Reads the interactions once more if there are more differences than are listed. */
    private Comparison compare() {
        views.allowMinutes();
        var from = from(clock.instant());
        var sums = views.hourDrifts(from, MAX_DRIFTS);
        var windows = views.windowDrifts(from, MAX_DRIFTS);
        var drifted = sums.size() < MAX_DRIFTS
                ? sums.stream().map(HourDriftView::bucket).distinct().toList()
                : views.driftedHours(from);
        return new Comparison(
                new ReconciliationView(
                        from,
                        views.interactions(from),
                        views.pendingHours(from),
                        drifted.size(),
                        windows.size() < MAX_DRIFTS ? windows.size() : views.countWindowDrifts(from),
                        sums,
                        windows),
                drifted);
    }

    /** Returns the start of the month before this one, whose interactions any retention keeps. */
    private static Instant from(Instant now) {
        var thisMonth = BudgetPeriod.MONTH.windowAt(now).from();
        return BudgetPeriod.MONTH.windowAt(thisMonth.minusMillis(1)).from();
    }

    private record Comparison(ReconciliationView view, List<Instant> driftedHours) {}
}
