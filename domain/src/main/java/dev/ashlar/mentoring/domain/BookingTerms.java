package dev.ashlar.mentoring.domain;

/**
 * What a meeting costs and gives, as it was agreed on when the slot was asked for: later changes of the mentor's terms do
 * not touch it.
 *
 * @param priceTokens what the student pays
 * @param earningTokens what the mentor gets when it is over
 * @param penaltyTokens what of the price is kept if the student cancels late
 * @param cutoffMinutes how long before the start cancelling is free
 */
public record BookingTerms(long priceTokens, long earningTokens, long penaltyTokens, int cutoffMinutes) {
    public BookingTerms {
        if (earningTokens > priceTokens || penaltyTokens > priceTokens) {
            throw new IllegalArgumentException("Nobody gets or pays more than the price.");
        }
    }
}
