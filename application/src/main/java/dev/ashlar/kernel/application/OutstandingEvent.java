// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Instant;

/**
 * Event that a listener has not handled yet.
 *
 * @param listener id of the listener, as in {@code commerce.credit-tokens}
 * @param eventType class of the event
 * @param payload event as JSON text
 * @param attempts number of attempts; 0 after an administrator has restarted it
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
