// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of an entry of the system's metadata. */
public record MetadataEntryId(UUID value) implements Identifier {
    public MetadataEntryId {
        Objects.requireNonNull(value, "value");
    }
}
