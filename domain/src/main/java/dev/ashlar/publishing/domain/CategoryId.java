// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a category. */
public record CategoryId(UUID value) implements Identifier {
    public CategoryId {
        Objects.requireNonNull(value, "value");
    }
}
