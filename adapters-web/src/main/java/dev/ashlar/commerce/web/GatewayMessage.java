// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Spelling;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * State of a payment in the words of a gateway. Fields and statuses that Ashlar does not know are no errors: a gateway adds them
 * without asking.
 *
 * @param externalId key of the payment at the gateway
 */
record GatewayMessage(
        String status,
        @Nullable String externalId,
        @Nullable Amount amount,
        @Nullable String reason) {

    /** Returns the answer that the message gives; none if its status is not known or what belongs to it is missing. */
    GatewayAnswer answer() {
        var id = externalId == null || externalId.isBlank() || Spelling.length(externalId) > Payment.MAX_TEXT
                ? null
                : externalId;
        return switch (status) {
            case "pending" -> new Pending();
            case "captured" -> captured(id, amount == null ? null : amount.money());
            case "declined" -> new Declined(id, reason == null || reason.isBlank() ? "declined" : reason.strip());
            case "refunded" -> id == null ? new NoAnswer() : new Refunded(id);
            default -> new NoAnswer();
        };
    }

    private static GatewayAnswer captured(@Nullable String id, @Nullable Money money) {
        return id == null || money == null ? new NoAnswer() : new Captured(id, money);
    }

    /** Money as a gateway writes it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Amount(
            @Nullable BigDecimal amount,
            @Size(max = Payment.MAX_TEXT) @Nullable String currency) {
        /** Returns the money, or null if it is incomplete or Ashlar does not handle it. */
        @Nullable
        Money money() {
            try {
                return amount == null || currency == null ? null : new Money(amount, currency);
            } catch (DomainException otherMoney) {
                return null;
            }
        }
    }
}
