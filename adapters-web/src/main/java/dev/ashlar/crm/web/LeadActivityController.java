// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadActivityService;
import dev.ashlar.crm.application.LeadActivityView;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(LeadController.PATH + "/{id}/activities")
@Tag(name = LeadController.TAG)
class LeadActivityController {
    private final LeadActivityService activities;

    LeadActivityController(LeadActivityService activities) {
        this.activities = activities;
    }

    @GetMapping
    @Operation(
            summary = "List activities of a lead",
            description =
                    "Contacts and changes, the newest first, with those of the leads that were merged into this one.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "request.invalid-cursor"})
    Listing<LeadActivityView> listLeadActivities(Actor actor, @PathVariable LeadId id, PageRequest page) {
        return Listing.of(activities.list(actor, id, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Report a contact with a lead",
            description = "The type is note, call, email or meeting; the other types come with changes of the lead.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived"})
    LeadActivityView reportLeadActivity(
            Actor actor, @PathVariable LeadId id, @RequestBody @Valid ActivityRequest request) {
        return activities.report(actor, id, request.type(), request.note());
    }

    /** Contact with a lead. */
    record ActivityRequest(
            @NotNull @Schema(example = "call") ActivityType type,

            @NotBlank @Size(max = LeadActivity.MAX_NOTE) @Schema(example = "Wants to visit the open day")
            String note) {}
}
