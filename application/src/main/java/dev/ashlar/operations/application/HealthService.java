// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.operations.domain.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Health of the system now, for everybody, and over time, for administrators. */
@ApplicationService
public class HealthService {
    private static final String LIST = "operations.health-checks";

    /** An earlier check says nothing about now. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final HealthViews views;
    private final InstantSource clock;

    HealthService(HealthViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Returns the latest check of each component, and writes nothing. */
    public HealthView current() {
        return HealthView.of(views.current(clock.instant().minus(LATELY)));
    }

    /**
     * Returns checks, latest first.
     *
     * @param component null for all components
     * @param from earliest time, inclusive; null for none
     * @param to latest time, exclusive; null for none
     */
    public Page<HealthCheckView> history(
            Actor actor, @Nullable String component, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        actor.requireAdmin();
        @Nullable String name = component == null ? null : HealthCheck.componentName("component", component);
        var rows = views.checks(name, from, to, page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.checkedAt(), row.id()));
    }
}
