// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a language model. Each attempt at a provider is a separate one.
 *
 * @param usage tokens of the call; null if nothing is known of them
 * @param costUsd cost in US dollars by the prices at the time of the call, frozen; null if the model had no price or the usage is unknown
 * @param request body of the request as JSON; null if the provider's content policy keeps none
 * @param response body of the answer as JSON; null if the provider's content policy keeps none
 */
public record Interaction(
        InteractionId id,
        InteractionOrigin origin,
        CallResult result,
        @Nullable TokenUsage usage,
        @Nullable BigDecimal costUsd,
        @Nullable String request,
        @Nullable String response) {

    /** Keeps of request and response what PostgreSQL can store; see {@link JsonText}. */
    public Interaction {
        request = JsonText.storable(request);
        response = JsonText.storable(response);
    }

    /** Returns the time of the call. */
    public Instant createdAt() {
        return id.createdAt();
    }

    /** Freezes the cost by the prices that were valid at the time of the call. */
    public Interaction priced(PriceList prices) {
        var cost = usage == null
                ? null
                : prices.at(origin.model(), createdAt())
                        .map(valid -> valid.costOf(usage))
                        .orElse(null);
        return new Interaction(id, origin, result, usage, cost, request, response);
    }

    /** Returns the interaction with as much of its contents as the policy of its provider keeps. */
    public Interaction kept(ContentPolicy policy) {
        return switch (policy) {
            case NONE -> with(null, null);
            case METADATA -> with(JsonText.sizes(request), JsonText.sizes(response));
            case FULL -> this;
        };
    }

    private Interaction with(@Nullable String otherRequest, @Nullable String otherResponse) {
        return new Interaction(id, origin, result, usage, costUsd, otherRequest, otherResponse);
    }
}
