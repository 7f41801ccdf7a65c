// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a health check. */
public record HealthCheckId(UUID value) implements Identifier {
    public HealthCheckId {
        Objects.requireNonNull(value, "value");
    }
}
