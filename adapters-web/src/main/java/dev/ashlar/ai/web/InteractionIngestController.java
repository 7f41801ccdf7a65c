// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.IngestedInteractions;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(InteractionController.PATH)
@Tag(name = InteractionController.TAG)
class InteractionIngestController {
    static final String BULK = InteractionController.PATH + "/bulk";

    private static final String JSON_LINES = "application/jsonl";
    private static final String NDJSON = "application/x-ndjson";
    private static final String EXAMPLE = """
            {"id":"019a0b1c-2d3e-7f40-8a5b-0000000000e1","origin":{"providerId":"019a0b1c-2d3e-7f40-8a5b-0000000000e0",\
            "model":"sandbox-small"},"result":{"statusCode":200,"responseTimeMs":850},\
            "usage":{"promptTokens":1200,"completionTokens":350}}
            {"id":"019a0b1c-2d3e-7f40-8a5b-0000000000e2","origin":{"providerId":"019a0b1c-2d3e-7f40-8a5b-0000000000e0",\
            "model":"sandbox-small"},"result":{"error":"Connection reset"}}
            """;

    private final InteractionIngestService ingest;
    private final InteractionLines lines;

    InteractionIngestController(InteractionIngestService ingest, InteractionLines lines) {
        this.ingest = ingest;
        this.lines = lines;
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The interaction is stored now.")
    @ApiResponse(responseCode = "200", description = "The interaction was stored before.")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Store an interaction",
            description = "For calls that were not made through this API. The cost is that of the prices at the time of"
                    + " the call. A request with the id of a stored interaction changes nothing and returns that one."
                    + " Only administrators store interactions of other users.")
    @Refuses({"auth.forbidden", "ai.provider-not-found", "ai.interaction-id-taken"})
    ResponseEntity<StoredInteraction> storeInteraction(Actor actor, @RequestBody @Valid InteractionRequest request) {
        var stored = ingest.ingest(actor, request.interaction(actor));
        var body = StoredInteraction.of(stored.details());
        var path = URI.create(
                InteractionController.PATH + "/" + body.interaction().id().value());
        return stored.isNew() ? ResponseEntity.created(path).body(body) : ResponseEntity.ok(body);
    }

    @PostMapping(
            path = "/bulk",
            consumes = {JSON_LINES, NDJSON})
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Store many interactions",
            description = "Each line is an interaction as in a single request. If a line is not valid, none is stored,"
                    + " and errors names the lines by their numbers, from 1. A request may be sent again: interactions"
                    + " whose ids are known change nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = JSON_LINES,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(EXAMPLE)),
                                @Content(
                                        mediaType = NDJSON,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(EXAMPLE))
                            }))
    @Refuses("auth.forbidden")
    IngestedInteractions storeInteractions(Actor actor, InputStream body) throws IOException {
        return ingest.ingestAll(actor, lines.read(body, actor));
    }
}
