// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of an incident. */
public record IncidentId(UUID value) implements Identifier {
    public IncidentId {
        Objects.requireNonNull(value, "value");
    }
}
