// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a decision about a payment. */
public record PaymentDecisionId(UUID value) implements Identifier {
    public PaymentDecisionId {
        Objects.requireNonNull(value, "value");
    }
}
