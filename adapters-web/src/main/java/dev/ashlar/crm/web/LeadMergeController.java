// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.DuplicateView;
import dev.ashlar.crm.application.LeadMergeService;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(LeadController.PATH)
@Tag(name = LeadController.TAG)
class LeadMergeController {
    private final LeadMergeService merges;

    LeadMergeController(LeadMergeService merges) {
        this.merges = merges;
    }

    @GetMapping("/duplicates")
    @Operation(
            summary = "List duplicates",
            description =
                    "Leads that are probably the person of an older lead, the newest first: by email address, phone number or a"
                            + " similar name. Only leads that you see are compared.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<DuplicateView> listDuplicates(Actor actor, PageRequest page) {
        return Listing.of(merges.duplicates(actor, page));
    }

    @PostMapping("/{id}/merge")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Merge two leads",
            description =
                    "The older one stays, whichever is in the path. It takes over tags and activities, and the addresses, owner"
                            + " and account that it lacks; if a third lead of its source has these, the merge is refused. The younger"
                            + " one is archived and names it. You must see both.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.lead-exists", "crm.leads-incompatible"})
    Versioned<LeadView> mergeLeads(Actor actor, @PathVariable LeadId id, @RequestBody @Valid MergeRequest request) {
        return VersionedLead.of(merges.merge(actor, id, request.leadId()));
    }

    /**
     * Merge of two leads.
     *
     * @param leadId the other lead
     */
    record MergeRequest(@NotNull LeadId leadId) {}
}
