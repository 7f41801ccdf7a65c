// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadProgressService;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(LeadController.PATH + "/{id}")
@Tag(name = LeadController.TAG)
class LeadProgressController {
    private final LeadProgressService progress;

    LeadProgressController(LeadProgressService progress) {
        this.progress = progress;
    }

    @PostMapping("/assign")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Assign a lead to a sales person",
            description =
                    "The owner is a sales person of your team, or any for an administrator. You may lose sight of the lead.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.owner-not-found"})
    Versioned<LeadView> assignLead(Actor actor, @PathVariable LeadId id, @RequestBody @Valid AssignRequest request) {
        return VersionedLead.of(progress.assign(actor, id, request.ownerId()));
    }

    @PostMapping("/convert")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Convert a lead",
            description = "The lead becomes a student. Only an active or lost lead can be converted.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.illegal-transition"})
    Versioned<LeadView> convertLead(Actor actor, @PathVariable LeadId id, @RequestBody @Valid ProgressRequest request) {
        return VersionedLead.of(progress.convert(actor, id, request.note()));
    }

    @PostMapping("/lose")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Give up a lead", description = "The lead is not interested. It can be reopened.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.illegal-transition"})
    Versioned<LeadView> loseLead(Actor actor, @PathVariable LeadId id, @RequestBody @Valid LossRequest request) {
        return VersionedLead.of(progress.lose(actor, id, request.note()));
    }

    @PostMapping("/reopen")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Reopen a lost lead", description = "The lead is active again.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.illegal-transition"})
    Versioned<LeadView> reopenLead(Actor actor, @PathVariable LeadId id, @RequestBody @Valid ProgressRequest request) {
        return VersionedLead.of(progress.reopen(actor, id, request.note()));
    }

    /**
     * Assignment of a lead.
     *
     * @param ownerId user with the role sales
     */
    // waive mass-assignment: a sales person hands a lead over; the use case refuses owners outside the team
    record AssignRequest(@NotNull UserId ownerId) {}

    /** Change of the status of a lead. */
    record ProgressRequest(
            @Size(min = 1, max = LeadActivity.MAX_NOTE) @Schema(example = "Signed on the phone") @Nullable
            String note) {}

    /**
     * Loss of a lead.
     *
     * @param note reason
     */
    record LossRequest(
            @NotBlank @Size(max = LeadActivity.MAX_NOTE) @Schema(example = "Has chosen another school")
            String note) {}
}
