// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.sync.application.SyncRunView;
import dev.ashlar.sync.application.SyncService;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/sync")
@Tag(name = "Sync", description = "Runs that pull external catalogues. Only administrators may use them.")
class SyncController {
    private static final String RUNS = "/api/v1/operations/sync/runs/";

    private final SyncService sync;

    SyncController(SyncService sync) {
        this.sync = sync;
    }

    @PostMapping("/{source}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Start a sync run",
            description =
                    "The first page is pulled within seconds; read the run for its progress. A source has one open run"
                            + " at a time. Runs also start every hour.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the run.",
                            schema = @Schema(type = "string", example = "/api/v1/…")))
    @Refuses({"auth.forbidden", "sync.run-open"})
    ResponseEntity<SyncRunView> startSync(
            Actor actor, @PathVariable @Parameter(description = "Catalogue to pull.") SyncSource source) {
        var run = sync.start(actor, source);
        return ResponseEntity.accepted()
                .location(URI.create(RUNS + run.id().value()))
                .body(run);
    }

    @GetMapping("/runs")
    @Operation(summary = "List sync runs", description = "The newest run comes first. Runs are kept for 90 days.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<SyncRunView> listSyncRuns(Actor actor, PageRequest page) {
        return Listing.of(sync.list(actor, page));
    }

    @GetMapping("/runs/{id}")
    @Operation(
            summary = "Get a sync run",
            description = "A run with a due time is open. Its counts grow with each page.")
    @Refuses({"auth.forbidden", "sync.run-not-found"})
    SyncRunView getSyncRun(Actor actor, @PathVariable SyncRunId id) {
        return sync.get(actor, id);
    }
}
