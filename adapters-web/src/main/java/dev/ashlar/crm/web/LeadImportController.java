// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.ImportedFile;
import dev.ashlar.crm.application.LeadImportPreview;
import dev.ashlar.crm.application.LeadImportService;
import dev.ashlar.crm.application.LeadImportView;
import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Csv;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(LeadImportController.PATH)
@Tag(
        name = "Lead imports",
        description =
                "Imports of files of leads: a preview first, then a run in the background. A person sees own imports.")
class LeadImportController {
    static final String PATH = "/api/v1/lead-imports";

    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/jsonl";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV_EXAMPLE = """
            name,email,phone,source
            Grace Hopper,grace@example.org,+49 30 901820,open-day
            """;
    private static final String JSON_EXAMPLE = """
            {"name":"Grace Hopper","email":"grace@example.org","phone":"+49 30 901820","source":"open-day"}
            {"name":"Alan Turing","email":"alan@example.org","source":"open-day"}
            """;

    private final LeadImportWorkflow workflow;
    private final LeadImportService imports;
    private final JsonMapper json;

    LeadImportController(LeadImportWorkflow workflow, LeadImportService imports, JsonMapper json) {
        this.workflow = workflow;
        this.imports = imports;
        this.json = json;
    }

    @PostMapping(consumes = {CSV, JSON_LINES, NDJSON})
    @ApiResponse(responseCode = "201", description = "The file is stored and may be run.")
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Upload a file of leads",
            description =
                    "Stores the rows of a file of at most 16 MB and 200,000 rows and shows how the first ones would be read; no"
                            + " lead changes before the run. Columns are found by their names: name, email, phone and source;"
                            + " others are ignored. The separator of CSV is comma, semicolon or tab. The charset is UTF-8, with"
                            + " or without a byte order mark, or UTF-16 or windows-1252 if Content-Type says so. Files that are"
                            + " not run are deleted a day later.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(CSV_EXAMPLE)),
                                @Content(
                                        mediaType = JSON_LINES,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(JSON_EXAMPLE)),
                                @Content(
                                        mediaType = NDJSON,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(JSON_EXAMPLE))
                            }))
    @Refuses({"auth.forbidden", "crm.file-unreadable", "crm.imports-exceeded"})
    ResponseEntity<LeadImportPreview> uploadLeads(
            Actor actor,
            @RequestParam(defaultValue = "leads")
                    @Size(max = ImportFile.MAX_NAME)
                    @Parameter(description = "Name of the file.")
                    String fileName,
            @RequestParam(required = false)
                    @Size(max = LeadOrigin.MAX_SOURCE)
                    @Parameter(description = "Source of rows that name none.")
                    @Nullable
                    String source,
            HttpServletRequest request)
            throws IOException {
        var preview = workflow.upload(actor, fileName, file(request, source));
        var path = PATH + "/" + preview.leadImport().id().value();
        return ResponseEntity.created(URI.create(path)).body(preview);
    }

    @GetMapping
    @Operation(summary = "List imports", description = "Your imports of the last 30 days, the newest first.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<LeadImportView> listImports(Actor actor, PageRequest page) {
        return Listing.of(imports.list(actor, page));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get an import", description = "The numbers of rows by outcome tell the progress of the run.")
    @Refuses({"auth.forbidden", "crm.import-not-found"})
    LeadImportView getImport(Actor actor, @PathVariable LeadImportId id) {
        return imports.get(actor, id);
    }

    @PostMapping("/{id}/run")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Run an import",
            description =
                    "Each row creates a lead, completes one of yours with an address that it lacks, or changes nothing. A row"
                            + " finds its lead by its email address or phone number in its source. Administrators complete the"
                            + " leads of all, and new ones wait for an owner. A failed import goes on where it stopped.")
    @Refuses({"auth.forbidden", "crm.import-not-found", "crm.illegal-transition"})
    LeadImportView runImport(Actor actor, @PathVariable LeadImportId id) {
        return imports.run(actor, id);
    }

    @GetMapping("/{id}/rows")
    @Operation(
            summary = "List rows of an import",
            description = "In the order of the file, each with its outcome, once it is imported.")
    @Refuses({"auth.forbidden", "crm.import-not-found", "request.invalid-cursor"})
    Listing<LeadImportRow> listImportRows(
            Actor actor,
            @PathVariable LeadImportId id,
            @RequestParam(required = false) @Parameter(description = "Outcome of the rows.") @Nullable
                    RowOutcome outcome,
            PageRequest page) {
        var rows = imports.rows(actor, id, outcome, page);
        return Listing.of(
                new Page<>(rows.items().stream().map(LeadImportRow::of).toList(), rows.next()));
    }

    @GetMapping(path = "/{id}/rows.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "Download rows of an import as CSV",
            description =
                    "Refused rows, to be mended and sent again: columns that an import does not read say what is wrong."
                            + " Cells that a spreadsheet would read as formulas begin with an apostrophe, which an import takes away.")
    @Refuses({"auth.forbidden", "crm.import-not-found"})
    @ApiResponse(
            responseCode = "200",
            description = "The rows.",
            content =
                    @Content(
                            mediaType = Csv.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(LeadImportCsv.EXAMPLE)))
    void downloadImportRows(
            Actor actor,
            @PathVariable LeadImportId id,
            @RequestParam(required = false) @Parameter(description = "Outcome of the rows.") @Nullable
                    RowOutcome outcome,
            HttpServletResponse response)
            throws IOException {
        Csv.send(
                response,
                "rows.csv",
                page -> imports.rows(actor, id, outcome, page),
                LeadImportCsv.HEADER,
                LeadImportCsv::line);
    }

    private ImportedFile file(HttpServletRequest request, @Nullable String source) throws IOException {
        var type = request.getContentType();
        var text = new ImportText(request.getInputStream(), type);
        return MediaType.parseMediaType(CSV).includes(MediaType.parseMediaType(type))
                ? new CsvFile(text, source)
                : new JsonLinesFile(text, source, json);
    }
}
