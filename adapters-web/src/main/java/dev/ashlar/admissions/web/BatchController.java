// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.application.RosterView;
import dev.ashlar.admissions.domain.BatchEdit;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Seats;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Csv;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "Batches", description = "Batches of courses, their seats and their rosters.")
class BatchController {
    private final BatchService batches;

    BatchController(BatchService batches) {
        this.batches = batches;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get a batch",
            description = "The ETag is the version for an edit. Enrollments change the seats, but not the version.")
    @Refuses("admissions.batch-not-found")
    Versioned<BatchView> getBatch(Actor actor, @PathVariable BatchId id) {
        var batch = batches.get(id);
        return Versioned.okByContent(batch.version(), batch);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a batch",
            description =
                    "Only administrators may do so. Absent fields keep their values. The capacity is never below the seats"
                            + " that are taken or offered; additional seats are offered to the waiting list. A batch is cancelled"
                            + " without taken seats only, and completing it completes its enrollments.")
    @Refuses({
        "auth.forbidden",
        "admissions.batch-not-found",
        "request.stale-version",
        "admissions.capacity-taken",
        "admissions.batch-occupied",
        "admissions.illegal-transition"
    })
    Versioned<BatchView> updateBatch(
            Actor actor, @PathVariable BatchId id, IfMatch ifMatch, @RequestBody @Valid EditBatchRequest request) {
        int version = ifMatch.version(() -> batches.get(id).version());
        var batch = batches.edit(actor, id, version, request.edit());
        return Versioned.ok(batch.version(), batch);
    }

    @GetMapping("/{id}/roster")
    @Operation(
            summary = "List enrollments of a batch",
            description =
                    "Only sales and administrators may do so. The oldest enrollment comes first; dropped ones are left out.")
    @Refuses({"auth.forbidden", "admissions.batch-not-found", "request.invalid-cursor"})
    Listing<RosterView> listRoster(Actor actor, @PathVariable BatchId id, PageRequest page) {
        return Listing.of(batches.roster(actor, id, page));
    }

    @GetMapping(path = "/{id}/roster.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "Download the roster of a batch as CSV",
            description =
                    "Only sales and administrators may do so. Cells that a spreadsheet would read as formulas begin with"
                            + " an apostrophe.")
    @Refuses({"auth.forbidden", "admissions.batch-not-found"})
    @ApiResponse(
            responseCode = "200",
            description = "The roster.",
            content =
                    @Content(
                            mediaType = Csv.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(RosterCsv.EXAMPLE)))
    void downloadRoster(Actor actor, @PathVariable BatchId id, HttpServletResponse response) throws IOException {
        Csv.send(response, "roster.csv", page -> batches.roster(actor, id, page), RosterCsv.HEADER, RosterCsv::line);
    }

    /** Edit of a batch. */
    record EditBatchRequest(
            @Schema(example = "2027-03-15") Change<LocalDate> startsOn,

            @Schema(example = "2027-09-15") Change<LocalDate> endsOn,

            @Schema(example = "42") Change<@Min(1) @Max(Seats.MAX) Integer> capacity,

            // waive mass-assignment: an administrator moves a batch on; the lifecycle refuses other steps, and the use
            // case other
            // callers
            @Schema(example = "open") Change<BatchStatus> status) {
        BatchEdit edit() {
            return new BatchEdit(startsOn, endsOn, capacity, status);
        }
    }
}
