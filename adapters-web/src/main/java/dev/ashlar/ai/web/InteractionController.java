// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.application.ProcessedInteractions;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(InteractionController.PATH)
@Tag(
        name = InteractionController.TAG,
        description = "Calls of language models. Everybody has the own ones, administrators have those of all users.")
class InteractionController {
    static final String PATH = "/api/v1/ai/interactions";
    static final String TAG = "AI interactions";

    private final InteractionService interactions;

    InteractionController(InteractionService interactions) {
        this.interactions = interactions;
    }

    @GetMapping
    @Operation(
            summary = "List interactions",
            description = "The latest call comes first. All given conditions hold; error is true for calls that failed."
                    + " Only administrators name other users.")
    @Refuses("auth.forbidden")
    Listing<InteractionView> listInteractions(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Caller of the interactions.") @Nullable
                    UserId userId,
            @RequestParam(required = false) @Parameter(description = "Provider of the model.") @Nullable
                    AiProviderId provider,
            @RequestParam(required = false) @Parameter(description = "Name of the model.") @Nullable String model,
            @RequestParam(required = false) @Parameter(description = "Status of the interactions.") @Nullable
                    InteractionStatus status,
            @RequestParam(required = false)
                    @Parameter(description = "True for calls that failed, false for the others.")
                    @Nullable
                    Boolean error,
            @RequestParam(required = false) @Parameter(description = "Earliest time of the call, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest time of the call, exclusive.") @Nullable
                    Instant to,
            PageRequest page) {
        var filter = new InteractionFilter(userId, provider, model, status, error, from, to);
        return Listing.of(interactions.list(actor, filter, page));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an interaction",
            description = "Request and answer are those that the content policy of the provider keeps.")
    @Refuses("ai.interaction-not-found")
    StoredInteraction getInteraction(Actor actor, @PathVariable InteractionId id) {
        return StoredInteraction.of(interactions.get(actor, id));
    }

    @PatchMapping("/{id}")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Change the status of an interaction",
            description = "A pending interaction becomes processed, or failed with an error. The cost stays.")
    @Refuses({"ai.interaction-not-found", "ai.illegal-transition"})
    StoredInteraction changeInteraction(
            Actor actor, @PathVariable InteractionId id, @RequestBody @Valid StatusRequest request) {
        return StoredInteraction.of(interactions.change(actor, id, request.status(), request.error()));
    }

    @PostMapping("/process")
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Process pending interactions",
            description = "The earliest pending interactions that meet all given conditions become processed. If more"
                    + " is true, further ones are pending. Only administrators name other users.")
    @Refuses("auth.forbidden")
    ProcessedInteractions processInteractions(Actor actor, @RequestBody @Valid ProcessRequest request) {
        return interactions.process(actor, request.filter(), request.limit());
    }

    /**
     * Status of an interaction.
     *
     * @param error reason for the failure; absent unless the status is failed
     */
    record StatusRequest(
            // waive mass-assignment: the status is what the request is for; the lifecycle refuses all steps but those
            // out of pending
            @NotNull @Schema(example = "processed") InteractionStatus status,

            @Nullable @Size(min = 1, max = CallResult.MAX_ERROR)
            String error) {}

    /**
     * Interactions to process.
     *
     * @param limit largest number of interactions
     * @param from earliest time of the call, inclusive
     * @param to latest time of the call, exclusive
     */
    record ProcessRequest(
            @Min(1) @Max(InteractionService.MAX_PROCESSED) @Schema(example = "1000")
            int limit,

            @Nullable UserId userId,
            @Nullable AiProviderId provider,

            @Nullable @Size(max = InteractionOrigin.MAX_MODEL) @Schema(example = "sandbox-small")
            String model,

            @Nullable Instant from,
            @Nullable Instant to) {
        InteractionFilter filter() {
            return new InteractionFilter(userId, provider, model, null, null, from, to);
        }
    }
}
