package dev.ashlar.kernel.application;

import java.time.Instant;

/**
 * An event that a listener has not handled yet.
 *
 * @param listener what is to be done, as in {@code commerce.credit-tokens}
 * @param eventType the event's class
 * @param payload the event as JSON text
 * @param attempts how often it was tried; 0 once an administrator has asked for a new start
 */
public record OutstandingEvent(
        EventPublicationId id,
        String listener,
        String eventType,
        String payload,
        EventDelivery delivery,
        int attempts,
        Instant publishedAt,
        Instant lastAttemptAt) {}
