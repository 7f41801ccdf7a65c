// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Greatest cost of a call, held on each budget that covers the call until the interaction is stored.
 *
 * @param amountUsd in US dollars, rounded up to eight decimals
 * @param createdAt time of the call, which is in the window that the hold counts in
 * @param expiresAt time from which the hold is freed if the interaction has not been stored
 */
public record BudgetHold(
        InteractionId interactionId,
        InteractionOrigin origin,
        BigDecimal amountUsd,
        Instant createdAt,
        Instant expiresAt) {
    /** Time for which a call is held; longer than any call takes. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** Returns the hold of a call that costs at most this amount. */
    public static BudgetHold of(InteractionId id, InteractionOrigin origin, BigDecimal greatestCost) {
        if (greatestCost.signum() < 0) {
            throw new IllegalArgumentException("No call costs " + greatestCost + ".");
        }
        var amount = greatestCost.setScale(ModelPrices.DECIMALS, RoundingMode.CEILING);
        return new BudgetHold(id, origin, amount, id.createdAt(), id.createdAt().plus(LIFETIME));
    }
}
