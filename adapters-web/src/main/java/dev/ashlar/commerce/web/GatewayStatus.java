package dev.ashlar.commerce.web;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Status of a payment in the gateway's responses and webhooks. */
enum GatewayStatus {
    PENDING,
    CAPTURED,
    DECLINED,
    REFUNDED;

    /** Returns the answer that a message of this status gives. */
    GatewayAnswer answer(String externalId, @Nullable Money amount, @Nullable String reason) {
        return switch (this) {
            case PENDING -> new Pending();
            case CAPTURED -> new Captured(externalId, Objects.requireNonNull(amount, "amount"));
            case DECLINED -> new Declined(externalId, reason == null ? "declined" : reason);
            case REFUNDED -> new Refunded();
        };
    }
}
