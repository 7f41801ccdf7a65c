// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

/**
 * Terms of a mentor at the moment of booking. Later changes of the mentor's profile do not affect them.
 *
 * @param priceTokens tokens that the student pays
 * @param earningTokens tokens that the mentor earns on completion
 * @param penaltyTokens tokens of the price that are kept on a late cancellation by the student
 * @param cutoffMinutes minutes before the start until which a cancellation is free
 */
public record BookingTerms(long priceTokens, long earningTokens, long penaltyTokens, int cutoffMinutes) {
    public BookingTerms {
        if (earningTokens > priceTokens || penaltyTokens > priceTokens) {
            throw new IllegalArgumentException("Earning and penalty must not exceed the price.");
        }
    }
}
