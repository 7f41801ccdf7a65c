// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsSeriesView.Point;
import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.ai.application.TopModelsView.RankedModel;
import dev.ashlar.ai.application.TopUsersView.RankedUser;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.ai.domain.StatsRange;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;

/** Statistics of calls: their own for everybody, all for administrators. */
@ApplicationService
public class StatsService {
    /** Largest number of hours, days or months in a series: the hours of a month. */
    public static final int MAX_POINTS = 744;

    /** Largest number of ranked models or users. */
    public static final int MAX_RANKED = 100;

    private final StatsViews views;
    private final InstantSource clock;

    StatsService(StatsViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Returns the figures of all calls of a period. */
    public StatsView totals(Actor actor, StatsFilter filter, StatsPeriod period) {
        var visible = filter.visibleTo(actor);
        var now = clock.instant();
        var range = period.hours(now);
        return new StatsView(asOf(range, now), views.totals(visible, range).figures());
    }

    /** Returns the figures of a period by hour, day or month. */
    public StatsSeriesView series(Actor actor, StatsFilter filter, StatsPeriod period, StatsGrain by) {
        var visible = filter.visibleTo(actor);
        var now = clock.instant();
        var range = period.range(by, now);
        Fields.require(
                by.between(range.from(), range.to()) <= MAX_POINTS,
                "by",
                "must divide the period into at most " + MAX_POINTS);
        var points = views.series(visible, range, by, MAX_POINTS).stream()
                .map(row -> new Point(row.bucket(), row.sums().figures()))
                .toList();
        return new StatsSeriesView(asOf(range, now), points);
    }

    /** Returns the models with the largest figures of a period. */
    public TopModelsView topModels(Actor actor, StatsFilter filter, StatsPeriod period, StatsOrder by, int limit) {
        var visible = filter.visibleTo(actor);
        var now = clock.instant();
        var range = period.hours(now);
        var items = views.topModels(visible, range, by, ranked(limit)).stream()
                .map(row -> new RankedModel(row.model(), row.sums().figures()))
                .toList();
        return new TopModelsView(asOf(range, now), items);
    }

    /** Returns the users with the largest figures of a period, to administrators. The user of the filter does not count. */
    public TopUsersView topUsers(Actor actor, StatsFilter filter, StatsPeriod period, StatsOrder by, int limit) {
        actor.requireAdmin();
        var now = clock.instant();
        var range = period.hours(now);
        var items = views.topUsers(filter, range, by, ranked(limit)).stream()
                .map(row -> new RankedUser(row.userId(), row.sums().figures()))
                .toList();
        return new TopUsersView(asOf(range, now), items);
    }

    private static int ranked(int limit) {
        return (int) Fields.within("limit", limit, 1, MAX_RANKED);
    }

    /** A call is counted after the recomputation that takes the mark of its hour. */
    private Period asOf(StatsRange range, Instant now) {
        var asOf = views.oldestMark(range).filter(mark -> mark.isBefore(now)).orElse(now);
        return new Period(range.from(), range.to(), asOf);
    }
}
