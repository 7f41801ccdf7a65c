// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadTagService;
import dev.ashlar.crm.application.LeadTagView;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadTag;
import dev.ashlar.crm.domain.LeadTagId;
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
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Lead tags", description = "Words by which leads are sorted, shared by all platforms.")
class LeadTagController {
    private final LeadTagService tags;

    LeadTagController(LeadTagService tags) {
        this.tags = tags;
    }

    @GetMapping("/tags")
    @Operation(summary = "List tags", description = "The oldest tag comes first.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<LeadTagView> listTags(Actor actor, PageRequest page) {
        return Listing.of(tags.list(actor, page));
    }

    @PostMapping("/tags")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a tag", description = "The name is unique regardless of case.")
    @Refuses({"auth.forbidden", "crm.tag-exists"})
    LeadTagView createTag(Actor actor, @RequestBody @Valid TagRequest request) {
        return tags.create(actor, request.name());
    }

    @PutMapping("/leads/{id}/tags")
    @Operation(
            summary = "Set the tags of a lead",
            description = "The lead has these tags and no others afterwards. Those that it keeps keep their times.")
    @Refuses({"auth.forbidden", "crm.lead-not-found", "crm.lead-archived", "crm.tag-not-found"})
    LeadTags setLeadTags(Actor actor, @PathVariable LeadId id, @RequestBody @Valid LeadTagsRequest request) {
        return new LeadTags(tags.retag(actor, id, request.tagIds()));
    }

    /** Tag to create. */
    record TagRequest(
            @NotBlank @Size(max = LeadTag.MAX_NAME) @Schema(example = "Scholarship")
            String name) {}

    /** Tags that a lead gets. */
    record LeadTagsRequest(
            @NotNull @Size(max = LeadTag.MAX_PER_LEAD) Set<@NotNull LeadTagId> tagIds) {}

    /** Tags of a lead, by name. */
    record LeadTags(List<LeadTagView> tags) {}
}
