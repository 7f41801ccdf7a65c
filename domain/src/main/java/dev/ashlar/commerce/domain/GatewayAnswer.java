// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Answer of a gateway about a payment. */
public sealed interface GatewayAnswer {
    /** Maximum length of a reason that a gateway may send; a payment keeps the first {@link Payment#MAX_TEXT} characters. */
    int MAX_REASON = 2000;

    /** Payment in progress at the gateway. */
    record Pending() implements GatewayAnswer {}

    /**
     * Payment whose money was taken.
     *
     * @param externalId key of the payment at the gateway
     * @param amount amount that was taken
     */
    record Captured(String externalId, Money amount) implements GatewayAnswer {}

    /**
     * Payment that was refused or canceled; no money was taken.
     *
     * @param externalId key of the payment at the gateway; null if it gave none
     */
    record Declined(@Nullable String externalId, String reason) implements GatewayAnswer {}

    /**
     * Payment whose money was taken and returned.
     *
     * @param externalId key of the payment at the gateway
     */
    record Refunded(String externalId) implements GatewayAnswer {}

    /** Payment that the gateway has never received. */
    record Unknown() implements GatewayAnswer {}

    /**
     * Missing answer: the gateway sent none, none in time, none that can be read, or a status that Ashlar does not know. The
     * outcome is not known.
     */
    record NoAnswer() implements GatewayAnswer {}
}
