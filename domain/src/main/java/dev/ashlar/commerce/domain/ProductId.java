// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a product. */
public record ProductId(UUID value) implements Identifier {
    public ProductId {
        Objects.requireNonNull(value, "value");
    }
}
