package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Caller and receiver of a call.
 *
 * @param model name of the model, as the client names it
 * @param platform code of the product through which the call came
 * @param traceId trace of the request (W3C trace context); null if the call was made elsewhere
 */
public record InteractionOrigin(
        AiProviderId providerId,
        String model,
        UserId userId,
        String platform,
        @Nullable String traceId) {}
