// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/**
 * Attempt to have a chat completed by one provider.
 *
 * @param usage tokens, counted by the provider or estimated; null if the provider failed before its answer
 * @param request body of the request as JSON, as far as the provider's content policy keeps it
 * @param response body of the answer as JSON, as far as the provider's content policy keeps it
 * @param isFinal true if something has reached the client or the client has left, so that no other provider may be tried
 */
public record ChatAttempt(
        CallResult result,
        @Nullable TokenUsage usage,
        @Nullable String request,
        @Nullable String response,
        boolean isFinal) {

    /** Returns the interaction that records the attempt. Its cost is not known yet. */
    public Interaction interaction(InteractionId id, InteractionOrigin origin) {
        return new Interaction(id, origin, result, usage, null, request, response);
    }
}
