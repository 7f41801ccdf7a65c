// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadDetails;
import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadEdit;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(LeadController.PATH)
@Tag(
        name = LeadController.TAG,
        description =
                "Leads that sales people follow up. A person sees own leads, the head of a team those of the team, an"
                        + " administrator all of the platform; a lead outside is not found.")
class LeadController {
    static final String PATH = "/api/v1/leads";
    static final String TAG = "Leads";

    private final LeadService leads;

    LeadController(LeadService leads) {
        this.leads = leads;
    }

    @GetMapping
    @Operation(
            summary = "List leads",
            description =
                    "The newest lead comes first. q finds a part of name, email address or phone number, whatever its case and"
                            + " accents. count=true adds the total.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<LeadView> listLeads(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the leads.") @Nullable
                    LeadStatus status,
            @RequestParam(required = false) @Parameter(description = "Sales person in charge of the leads.") @Nullable
                    UserId ownerId,
            @RequestParam(required = false)
                    @Size(max = LeadOrigin.MAX_SOURCE)
                    @Parameter(description = "Source of the leads.")
                    @Nullable
                    String source,
            @RequestParam(required = false) @Parameter(description = "Tag of the leads.") @Nullable LeadTagId tagId,
            @RequestParam(required = false)
                    @Size(max = LeadFilter.MAX_WORDS)
                    @Parameter(description = "Part of name, email address or phone number.")
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new LeadFilter(status, ownerId, source, tagId, q);
        return Listing.of(leads.list(actor, filter, page), count, () -> leads.count(actor, filter));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Create a lead",
            description =
                    "You own the lead; that of an administrator waits for an owner. An email address or a phone number is"
                            + " required. A source has one lead of an email address, so a retry with one is refused.")
    @Refuses({"auth.forbidden", "crm.lead-exists"})
    Versioned<LeadView> createLead(Actor actor, @RequestBody @Valid LeadRequest request) {
        var lead = leads.create(actor, request.lead());
        return Versioned.created(PATH + "/" + lead.id().value(), lead.version(), lead);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a lead", description = "Includes its tags. The ETag is the version for an edit.")
    @Refuses({"auth.forbidden", "crm.lead-not-found"})
    Versioned<LeadDetails> getLead(Actor actor, @PathVariable LeadId id) {
        var details = leads.get(actor, id);
        return Versioned.okByContent(details.lead().version(), details);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a lead",
            description =
                    "Absent fields keep their values. Null clears the email address or the phone number, if the other one is"
                            + " known.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "request.stale-version", "crm.lead-archived", "crm.lead-exists"})
    Versioned<LeadView> updateLead(
            Actor actor, @PathVariable LeadId id, IfMatch ifMatch, @RequestBody @Valid EditLeadRequest request) {
        int version = ifMatch.version(() -> leads.get(actor, id).lead().version());
        return VersionedLead.of(leads.edit(actor, id, version, request.edit()));
    }

    /**
     * Lead to create.
     *
     * @param phone number as it is typed; with the prefix of its country it is stored in E.164 as well
     * @param source campaign or form that the lead came from
     */
    record LeadRequest(
            @NotBlank @Size(max = LeadContact.MAX_NAME) @Schema(example = "Grace Hopper")
            String name,

            @Size(max = LeadContact.MAX_EMAIL) @Schema(example = "grace@example.org") @Nullable
            String email,

            @Size(max = LeadContact.MAX_PHONE) @Schema(example = "+49 30 901820") @Nullable
            String phone,

            @NotBlank @Size(max = LeadOrigin.MAX_SOURCE) @Schema(example = "open-day")
            String source) {
        NewLead lead() {
            return new NewLead(name, email, phone, source);
        }
    }

    /** Edit of the contact of a lead. */
    record EditLeadRequest(
            @Schema(example = "Grace Hopper") Change<@NotBlank @Size(max = LeadContact.MAX_NAME) String> name,

            @Schema(example = "grace@example.org") Change<@Size(max = LeadContact.MAX_EMAIL) String> email,

            @Schema(example = "+49 30 901820") Change<@Size(max = LeadContact.MAX_PHONE) String> phone) {
        LeadEdit edit() {
            return new LeadEdit(name, email, phone);
        }
    }
}
