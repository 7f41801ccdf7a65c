// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.SecurityEventFilter;
import dev.ashlar.identity.application.SecurityEventService;
import dev.ashlar.identity.application.SecurityEventView;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Security events", description = "Changes and refusals that matter for the security of an account.")
class SecurityEventController {
    private final SecurityEventService events;

    SecurityEventController(SecurityEventService events) {
        this.events = events;
    }

    @GetMapping("/me/security-events")
    @Operation(
            summary = "List your security events",
            description = "The newest event comes first. Events are kept for a year.")
    @Refuses("request.invalid-cursor")
    Listing<SecurityEventView> listOwnSecurityEvents(Actor actor, PageRequest page) {
        return Listing.of(events.listOwn(actor, page));
    }

    @GetMapping("/security-events")
    @Operation(
            summary = "List security events",
            description =
                    "The newest event comes first. Only administrators may do so. Equal address hashes mean equal network"
                            + " addresses.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<SecurityEventView> listSecurityEvents(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "Id of the user to whom the events belong.")
                    @Nullable
                    UserId userId,
            @RequestParam(required = false) @Parameter(description = "Type of the events.") @Nullable
                    SecurityEventType type,
            PageRequest page) {
        return Listing.of(events.list(actor, new SecurityEventFilter(userId, type), page));
    }
}
