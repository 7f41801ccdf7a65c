// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.operations.application.HealthCheckView;
import dev.ashlar.operations.application.HealthService;
import dev.ashlar.operations.application.HealthView;
import dev.ashlar.operations.application.IncidentService;
import dev.ashlar.operations.application.IncidentView;
import dev.ashlar.operations.domain.IncidentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Health",
        description =
                "Health of what the system depends on. A job checks each component once a minute; requests only read"
                        + " what it has stored. An incident opens after three failed checks in a row and closes after three that"
                        + " succeed.")
class HealthController {
    private final HealthService health;
    private final IncidentService incidents;

    HealthController(HealthService health, IncidentService incidents) {
        this.health = health;
        this.incidents = incidents;
    }

    @GetMapping("/health")
    @PublicEndpoint
    @Operation(
            summary = "Get the health of the system",
            description = "Lists each component that was checked in the last five minutes, and the time that its check"
                    + " took. The status is that of the worst component, or degraded if none was checked.")
    HealthView getHealth() {
        return health.current();
    }

    @GetMapping("/operations/health/history")
    @Operation(
            summary = "List health checks",
            description = "The latest check comes first. All given conditions hold. For administrators.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<HealthCheckView> listHealthChecks(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Name of the component.") @Nullable
                    String component,
            @RequestParam(required = false) @Parameter(description = "Earliest time of the check, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest time of the check, exclusive.") @Nullable
                    Instant to,
            PageRequest page) {
        return Listing.of(health.history(actor, component, from, to, page));
    }

    @GetMapping("/operations/incidents")
    @Operation(summary = "List incidents", description = "The latest incident comes first. For administrators.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<IncidentView> listIncidents(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "True for open incidents, false for closed ones; absent means all.")
                    @Nullable
                    Boolean open,
            PageRequest page) {
        return Listing.of(incidents.list(actor, open, page));
    }

    @PostMapping("/operations/incidents/{id}/close")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Close an incident",
            description =
                    "Incidents of the ledger are closed by an administrator only. A closed incident stays as it is."
                            + " If the component still fails, its next check opens another one. For administrators.")
    @Refuses({"auth.forbidden", "operations.incident-not-found"})
    IncidentView closeIncident(Actor actor, @PathVariable IncidentId id) {
        return incidents.close(actor, id);
    }
}
