// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a tag. Clients identify it by its name. */
public record TagId(UUID value) implements Identifier {
    public TagId {
        Objects.requireNonNull(value, "value");
    }
}
