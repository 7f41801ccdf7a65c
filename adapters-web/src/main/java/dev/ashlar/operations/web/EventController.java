package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
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
@Tag(name = "Operations", description = "What is going on inside; administrators only.")
class EventController {
    private final EventService events;

    EventController(EventService events) {
        this.events = events;
    }

    @GetMapping
    @Operation(
            summary = "Events that have not reached their listeners yet, oldest first",
            description =
                    "Usually none, or some of the last second. What fails is tried again by itself for half a day.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<OutstandingEvent> outstanding(Actor actor, PageRequest page) {
        return Listing.of(events.outstanding(actor, page));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Try a failed event again",
            description = "Within seconds, and as often as a new one. Asking twice does no harm.")
    @Refuses({"auth.forbidden", "request.not-found", "request.conflict"})
    OutstandingEvent retry(Actor actor, @PathVariable EventPublicationId id) {
        return events.retry(actor, id);
    }
}
