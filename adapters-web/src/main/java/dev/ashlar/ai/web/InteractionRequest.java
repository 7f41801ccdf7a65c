// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Call of a language model that the client has made elsewhere. It has its usage, or that of the provider, or none if nothing is known.
 *
 * @param id UUIDv7 with the time of the call; a request with the same id stores nothing, and that of a call through Ashlar is refused
 * @param providerUsage object {@code usage} of a chat completion or a response, as the provider has sent it
 * @param request body of the request, of which the content policy of the provider decides what is kept
 * @param response body of the answer, of which the content policy of the provider decides what is kept
 */
record InteractionRequest(
        // waive mass-assignment: the id makes a retry harmless; that of an interaction of another user is refused
        @NotNull InteractionId id,
        @NotNull @Valid OriginRequest origin,
        @NotNull @Valid ResultRequest result,
        @Nullable @Valid UsageRequest usage,

        @JsonDeserialize(using = ProviderUsage.class)
        @Schema(implementation = Object.class, example = "{\"prompt_tokens\": 12, \"completion_tokens\": 30}")
        @Nullable
        TokenUsage providerUsage,

        @JsonDeserialize(using = RawJson.class) @Schema(implementation = Object.class) @Nullable @Size(max = MAX_BODY)
        String request,

        @JsonDeserialize(using = RawJson.class) @Schema(implementation = Object.class) @Nullable @Size(max = MAX_BODY)
        String response) {
    private static final int MAX_BODY = 10_000_000;
    private static final String REQUIRED = "is required";

    /** Checks what a line of many has in common with a single request, which the constraints check as well. */
    Interaction interaction(Actor actor) {
        require(id, "/id");
        require(origin, "/origin");
        require(origin.providerId(), "/origin/providerId");
        require(origin.model(), "/origin/model");
        require(result, "/result");
        Fields.require(
                usage == null || providerUsage == null, "/providerUsage", "must not be there together with usage");
        return new Interaction(
                id,
                origin.of(actor),
                result.result(),
                usage == null ? providerUsage : usage.usage(),
                null,
                request,
                response);
    }

    private static void require(@Nullable Object value, String pointer) {
        Fields.require(value != null, pointer, REQUIRED);
    }

    /**
     * Caller and receiver of the call.
     *
     * @param model name of the model, as prices name it
     * @param userId user who made the call, which only administrators may name; absent means the caller
     * @param platform code of the platform of the call; absent means that of this request
     * @param traceId trace of the call (W3C trace context)
     */
    record OriginRequest(
            @NotNull AiProviderId providerId,

            @NotNull @Size(min = 1, max = InteractionOrigin.MAX_MODEL) @Schema(example = "sandbox-small")
            String model,

            @Nullable UserId userId,

            @Nullable @Size(max = 40) @Schema(example = "mentor")
            String platform,

            @Nullable @Size(max = 32) @Schema(example = "4bf92f3577b34da6a3ce929d0e0e4736")
            String traceId) {
        InteractionOrigin of(Actor actor) {
            return new InteractionOrigin(
                    providerId,
                    model,
                    userId == null ? actor.userId() : userId,
                    platform == null ? actor.platform() : platform,
                    traceId);
        }
    }

    /**
     * Result of the call.
     *
     * @param statusCode HTTP status of the answer; absent if there was none
     * @param error reason for the failure; absent if the call succeeded
     * @param responseTimeMs milliseconds from the call to the end of the answer
     * @param ttftMs milliseconds from the call to the first token of a stream
     */
    record ResultRequest(
            @Nullable @Schema(example = "200") Integer statusCode,

            @Nullable @Size(min = 1, max = CallResult.MAX_ERROR) @Schema(example = "Connection reset")
            String error,

            @Nullable @Schema(example = "850") Integer responseTimeMs,
            @Nullable @Schema(example = "120") Integer ttftMs) {
        CallResult result() {
            return error == null
                    ? CallResult.succeeded(statusCode, responseTimeMs, ttftMs)
                    : CallResult.failed(statusCode, error, responseTimeMs, ttftMs);
        }
    }

    /**
     * Tokens of the call.
     *
     * @param promptTokens tokens of the request, cached ones included
     * @param completionTokens tokens of the answer, those of reasoning included
     * @param cachedTokens tokens of the request that the provider had cached; absent means none
     * @param reasoningTokens tokens of the answer spent on reasoning; absent means none
     * @param usageSource origin of the numbers; absent means the provider
     */
    record UsageRequest(
            @NotNull @Schema(example = "1200") Long promptTokens,
            @NotNull @Schema(example = "350") Long completionTokens,
            @Nullable @Schema(example = "1000") Long cachedTokens,
            @Nullable @Schema(example = "0") Long reasoningTokens,
            @Nullable UsageSource usageSource) {
        TokenUsage usage() {
            require(promptTokens, "/usage/promptTokens");
            require(completionTokens, "/usage/completionTokens");
            return new TokenUsage(
                    promptTokens,
                    completionTokens,
                    cachedTokens == null ? 0 : cachedTokens,
                    reasoningTokens == null ? 0 : reasoningTokens,
                    usageSource == null ? UsageSource.PROVIDER : usageSource);
        }
    }
}
