package dev.ashlar.commerce.domain;

import java.time.Instant;

/** What gateways have told us: the inbox in which each of their messages lies once. */
@FunctionalInterface
public interface PaymentEvents {
    /** Notes a message; false if it came before. */
    boolean receive(String provider, String eventId, PaymentId paymentId, String type, Instant at);
}
