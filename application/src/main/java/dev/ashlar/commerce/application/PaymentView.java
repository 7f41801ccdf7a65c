// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payment as it is read.
 *
 * @param reason reason in the gateway's words; null unless the payment was declined
 */
public record PaymentView(
        PaymentId id,
        OrderId orderId,
        PaymentStatus status,
        Money amount,
        @Nullable String reason,
        Instant createdAt) {
    /** Creates the view of a payment. */
    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.reason(),
                payment.attempt().createdAt());
    }
}
