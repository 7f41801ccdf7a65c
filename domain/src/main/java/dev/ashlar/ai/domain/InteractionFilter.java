// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on interactions, all of which must hold; null omits a condition.
 *
 * @param userId caller; null for those of all users
 * @param failed true for those that failed, false for the others
 * @param from earliest time of the call, inclusive
 * @param to latest time of the call, exclusive
 */
public record InteractionFilter(
        @Nullable UserId userId,
        @Nullable AiProviderId providerId,
        @Nullable String model,
        @Nullable InteractionStatus status,
        @Nullable Boolean failed,
        @Nullable Instant from,
        @Nullable Instant to) {
    public InteractionFilter {
        model = model == null ? null : Llm.modelName("model", model);
    }

    /** Returns the same conditions on interactions of one user. */
    public InteractionFilter of(UserId user) {
        return new InteractionFilter(user, providerId, model, status, failed, from, to);
    }
}
