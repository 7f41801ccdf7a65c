// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an order. */
public record OrderId(UUID value) implements Identifier {
    public OrderId {
        Objects.requireNonNull(value, "value");
    }
}
