// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * Placement of an order by its buyer.
 *
 * @param idempotencyKey key of the buyer's request; one order for each key, however often it is sent
 * @param expiresAt end of the reservation, unless a payment has begun
 */
public record Placement(UserId userId, String idempotencyKey, Instant createdAt, Instant expiresAt) {
    /** Time for which the items of an unpaid order are reserved. */
    public static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

    /** Maximum number of orders of one buyer that are unpaid at the same time. */
    public static final int MAX_UNPAID = 10;

    /** Maximum number of orders of one buyer within 24 hours that are or were left unpaid. */
    public static final int MAX_UNPAID_A_DAY = 30;

    /** Creates a placement that expires after {@link #TIME_TO_PAY}. */
    public static Placement of(UserId buyer, String idempotencyKey, Instant at) {
        return new Placement(buyer, idempotencyKey, at, at.plus(TIME_TO_PAY));
    }

    /** Returns true if the time to pay is over. */
    boolean isExpired(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
