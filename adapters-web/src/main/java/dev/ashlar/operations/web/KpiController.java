// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.operations.application.KpiPointView;
import dev.ashlar.operations.application.KpiService;
import dev.ashlar.operations.application.KpiView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/kpis")
@Tag(
        name = "Key figures",
        description = "Numbers and sums of all contexts, which a job stores every quarter of an hour and keeps for 400"
                + " days. Only administrators may read them.")
class KpiController {
    private final KpiService kpis;

    KpiController(KpiService kpis) {
        this.kpis = kpis;
    }

    @GetMapping("/latest")
    @Operation(
            summary = "List the latest key figures",
            description = "All figures of the latest snapshot. The list has no pages, because the contexts define the"
                    + " figures.")
    @Refuses("auth.forbidden")
    KpiList listLatestKpis(Actor actor) {
        return new KpiList(kpis.latest(actor));
    }

    @GetMapping
    @Operation(
            summary = "List a key figure over time",
            description = "The latest point comes first. Times without a snapshot are omitted.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<KpiPointView> listKpiPoints(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false)
                    @Parameter(description = "Name of the figure.", required = true, example = "commerce.orders")
                    @Nullable
                    String metric,
            @RequestParam(defaultValue = "")
                    @Parameter(description = "Part that is counted; absent means the whole.", example = "status=paid")
                    String dimensions,
            @RequestParam(required = false) @Parameter(description = "Earliest time, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest time, exclusive.") @Nullable Instant to) {
        return Listing.of(kpis.series(actor, metric, dimensions, from, to, page));
    }

    /**
     * Key figures of a snapshot.
     *
     * @param items all of them, by metric and dimensions
     */
    record KpiList(List<KpiView> items) {}
}
