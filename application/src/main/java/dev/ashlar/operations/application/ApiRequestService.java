// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.ApiRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Log of requests: writing in batches, and reading by administrators. */
@ApplicationService
public class ApiRequestService {
    private static final String LIST = "operations.api-requests";
    private static final int MAX_ROUTES = 100;

    private final ApiRequests requests;
    private final ApiRequestViews views;
    private final InstantSource clock;

    ApiRequestService(ApiRequests requests, ApiRequestViews views, InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.clock = clock;
    }

    /** Stores a batch of requests. */
    @Transactional
    public void store(List<ApiRequest> batch) {
        requests.insertAll(batch);
    }

    /** Returns requests, latest first. */
    public Page<ApiRequestView> list(Actor actor, ApiRequestFilter filter, PageRequest page) {
        actor.requireAdmin();
        var rows = views.requests(filter, page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.at(), row.id()));
    }

    /**
     * Returns statistics by method and route.
     *
     * @param from start; an hour before the end if null
     * @param to end; now if null
     * @param limit largest number of routes, 1 to {@value #MAX_ROUTES}
     */
    public ApiRequestStatsView stats(Actor actor, @Nullable Instant from, @Nullable Instant to, int limit) {
        actor.requireAdmin();
        if (limit < 1 || limit > MAX_ROUTES) {
            throw Fields.invalid("limit", "must be from 1 to " + MAX_ROUTES);
        }
        var span = StatsSpan.of(from, to, clock.instant());
        var routes = views.sums(span.from(), span.to(), limit).stream()
                .map(RouteSums::view)
                .toList();
        return new ApiRequestStatsView(span.from(), span.to(), routes);
    }
}
