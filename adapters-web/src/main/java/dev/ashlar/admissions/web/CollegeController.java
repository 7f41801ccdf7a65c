// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.application.CollegeFilter;
import dev.ashlar.admissions.application.CollegeService;
import dev.ashlar.admissions.application.CollegeView;
import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.CollegeEdit;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
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
@RequestMapping("/api/v1/colleges")
@Tag(name = "Colleges", description = "Colleges that applicants come from.")
class CollegeController {
    private final CollegeService colleges;

    CollegeController(CollegeService colleges) {
        this.colleges = colleges;
    }

    @GetMapping
    @Operation(
            summary = "List colleges",
            description =
                    "The oldest entry comes first. q finds a part of name and city, whatever its case and accents."
                            + " Administrators also see inactive colleges. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<CollegeView> listColleges(
            Actor actor,
            @RequestParam(required = false)
                    @Size(max = CollegeFilter.MAX_WORDS)
                    @Parameter(
                            description = "Part of name and city; one or two letters find words that begin with them.")
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(colleges.list(actor, q, page), count, () -> colleges.count(actor, q));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create a college",
            description = "Only administrators may do so. Name and city are unique together.")
    @Refuses({"auth.forbidden", "admissions.college-exists"})
    Versioned<CollegeView> createCollege(Actor actor, @RequestBody @Valid CollegeRequest request) {
        var college = colleges.create(actor, request.name(), request.city());
        return Versioned.created("/api/v1/colleges/" + college.id().value(), college.version(), college);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a college", description = "The ETag is the version for an edit.")
    @Refuses("admissions.college-not-found")
    Versioned<CollegeView> getCollege(Actor actor, @PathVariable CollegeId id) {
        var college = colleges.get(id);
        return Versioned.ok(college.version(), college);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a college",
            description =
                    "Only administrators may do so. Absent fields keep their values. Applications can no longer name an"
                            + " inactive college.")
    @Refuses({"auth.forbidden", "admissions.college-not-found", "request.stale-version", "admissions.college-exists"})
    Versioned<CollegeView> updateCollege(
            Actor actor, @PathVariable CollegeId id, IfMatch ifMatch, @RequestBody @Valid EditCollegeRequest request) {
        int version = ifMatch.version(() -> colleges.get(id).version());
        var college = colleges.edit(actor, id, version, request.edit());
        return Versioned.ok(college.version(), college);
    }

    /** College to create. */
    record CollegeRequest(
            @NotBlank @Size(max = College.MAX_NAME) @Schema(example = "University of Warsaw")
            String name,

            @NotBlank @Size(max = College.MAX_CITY) @Schema(example = "Warsaw")
            String city) {}

    /** Edit of a college. */
    record EditCollegeRequest(
            @Schema(example = "Warsaw University of Technology")
            Change<@NotBlank @Size(max = College.MAX_NAME) String> name,

            @Schema(example = "Warszawa") Change<@NotBlank @Size(max = College.MAX_CITY) String> city,

            @Schema(example = "true") Change<Boolean> active) {
        CollegeEdit edit() {
            return new CollegeEdit(name, city, active);
        }
    }
}
