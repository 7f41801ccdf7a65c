package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** How an author's articles do. The author may ask, and an administrator. */
@ApplicationService
public class AuthorStats {
    private static final int MONTHS = 24;

    private final AuthorViews views;
    private final InstantSource clock;

    AuthorStats(AuthorViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    /** The last two years, month by month; months without articles are left out. */
    public List<MonthlyStats> monthly(Actor actor, UserId author) {
        if (!actor.userId().equals(author) && actor.role() != Role.ADMIN) {
            throw KernelProblem.FORBIDDEN.because("Ask for your own articles.");
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
