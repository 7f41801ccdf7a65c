// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.operations.application.EventService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/events")
@Tag(name = "Operations", description = "Internal state of the application. Only administrators may use it.")
class EventController {
    private final EventService events;

    EventController(EventService events) {
        this.events = events;
    }

    @GetMapping
    @Operation(
            summary = "List outstanding events",
            description =
                    "The oldest event comes first, of those that have not reached their listeners. Failed events are retried for half a day.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<OutstandingEvent> listEvents(Actor actor, PageRequest page) {
        return Listing.of(events.list(actor, page));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Retry a failed event",
            description = "The retry starts within seconds and is repeated as for a new event.")
    @Refuses({"auth.forbidden", "request.not-found", "request.conflict"})
    OutstandingEvent retryEvent(Actor actor, @PathVariable EventPublicationId id) {
        return events.retry(actor, id);
    }
}
