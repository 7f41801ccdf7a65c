// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.operations.application.ApiRequestFilter;
import dev.ashlar.operations.application.ApiRequestService;
import dev.ashlar.operations.application.ApiRequestStatsView;
import dev.ashlar.operations.application.ApiRequestView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/api-requests")
@Tag(name = "Operations")
class ApiRequestController {
    private final ApiRequestService requests;

    ApiRequestController(ApiRequestService requests) {
        this.requests = requests;
    }

    @GetMapping
    @Operation(
            summary = "List requests",
            description =
                    "The latest request comes first. Requests are logged within seconds, without their queries and"
                            + " bodies, and are kept for months.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<ApiRequestView> listRequests(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "Path pattern, as in /api/v1/orders/{id}.")
                    @Nullable
                    String route,
            @RequestParam(required = false)
                    @Parameter(description = "Id of the user whose requests they are.")
                    @Nullable
                    UserId userId,
            @RequestParam(required = false)
                    @Parameter(description = "True for answers with a status of 5xx only.")
                    @Nullable
                    Boolean failed,
            @RequestParam(required = false) @Parameter(description = "Earliest arrival, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest arrival, exclusive.") @Nullable Instant to,
            PageRequest page) {
        return Listing.of(requests.list(actor, new ApiRequestFilter(route, userId, failed, from, to), page));
    }

    @GetMapping("/stats")
    @Operation(
            summary = "Get statistics of requests by route",
            description =
                    "The most requested routes come first. Each request counts within a minute, in the five minutes"
                            + " of its arrival. Percentiles come from histograms and differ from the exact ones by at most 10"
                            + " percent. A span is of at most 31 days.")
    @Refuses("auth.forbidden")
    ApiRequestStatsView getRequestStats(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "Start, inclusive; an hour before the end if absent.")
                    @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "End, exclusive; now if absent.") @Nullable
                    Instant to,
            @RequestParam(defaultValue = "50") @Parameter(description = "Largest number of routes, from 1 to 100.")
                    int limit) {
        return requests.stats(actor, from, to, limit);
    }
}
