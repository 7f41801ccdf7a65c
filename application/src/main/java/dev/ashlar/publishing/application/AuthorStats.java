// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Statistics of an author's articles, for the author and administrators. */
@ApplicationService
public class AuthorStats {
    private static final int MONTHS = 24;

    private final AuthorViews views;
    private final InstantSource clock;

    AuthorStats(AuthorViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Returns the statistics of the last two years by month. Months without articles are omitted. */
    public List<MonthlyStats> monthly(Actor actor, UserId author) {
        if (!actor.userId().equals(author) && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because(
                    "The statistics belong to another author. Request your own, with your user id.");
        }
        return views.monthly(author, firstMonth());
    }

    private Instant firstMonth() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC))
                .minusMonths(MONTHS - 1L)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }
}
