// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import java.time.Instant;

/** Inbox of webhook messages from gateways, each message once. */
@FunctionalInterface
public interface PaymentEvents {
    /** Maximum length of a gateway's key of a message. */
    int MAX_EVENT_ID = 200;

    /** Records a message; returns false if it was recorded before. */
    boolean receive(String provider, String eventId, PaymentId paymentId, String type, Instant at);
}
