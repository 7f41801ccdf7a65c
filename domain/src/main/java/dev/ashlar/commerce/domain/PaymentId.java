// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a payment, and the idempotency key under which the gateway carries it out once. */
public record PaymentId(UUID value) implements Identifier {
    public PaymentId {
        Objects.requireNonNull(value, "value");
    }
}
