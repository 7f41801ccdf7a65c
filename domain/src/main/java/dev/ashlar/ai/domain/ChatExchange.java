// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/**
 * Request of a client that waits for the completion of a chat. It is sent to one provider after the other until the client has an
 * answer. No method may be called inside a transaction.
 */
public interface ChatExchange {
    /** Returns the name of the model, as the client writes it. */
    String model();

    CallEstimate estimate();

    /** Returns the trace of the request (W3C trace context). */
    String traceId();

    /**
     * Returns false if calls of the provider are suspended, because many have failed. Otherwise {@link #send} or {@link #skip} must
     * follow for this provider.
     */
    boolean admits(AiProvider provider);

    /** Renounces the call of a provider that was admitted. */
    void skip(AiProvider provider);

    /**
     * Sends the request to a provider, and its answer to the client as it comes. Never throws for what provider or client do.
     *
     * @param id identifier of the attempt, which the client gets with the answer
     * @param secret secret of the provider; null if it has none
     */
    ChatAttempt send(AiProvider provider, InteractionId id, @Nullable ProviderSecret secret);
}
