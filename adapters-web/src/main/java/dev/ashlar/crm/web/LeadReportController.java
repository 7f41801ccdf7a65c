// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.Pipeline;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Csv;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(LeadController.PATH)
@Tag(name = LeadController.TAG)
class LeadReportController {
    private final LeadService leads;

    LeadReportController(LeadService leads) {
        this.leads = leads;
    }

    @GetMapping("/pipeline")
    @Operation(
            summary = "Count leads by status, owner and source",
            description =
                    "The greatest number comes first. Archived leads are left out. At most 2000 numbers are returned; more says"
                            + " if there are others.")
    @Refuses("auth.forbidden")
    Pipeline countPipeline(Actor actor) {
        return leads.pipeline(actor);
    }

    @GetMapping(path = "/export.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "Download leads as CSV",
            description =
                    "The leads that you see, the newest first. Cells that a spreadsheet would read as formulas begin"
                            + " with an apostrophe, which an import takes away again.")
    @Refuses("auth.forbidden")
    @ApiResponse(
            responseCode = "200",
            description = "The leads.",
            content =
                    @Content(
                            mediaType = Csv.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(LeadCsv.EXAMPLE)))
    void exportLeads(
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
            HttpServletResponse response)
            throws IOException {
        var filter = new LeadFilter(status, ownerId, source, null, null);
        Csv.send(response, "leads.csv", page -> leads.list(actor, filter, page), LeadCsv.HEADER, LeadCsv::line);
    }
}
