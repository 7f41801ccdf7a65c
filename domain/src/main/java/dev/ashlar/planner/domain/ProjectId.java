// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a project. */
public record ProjectId(UUID value) implements Identifier {
    public ProjectId {
        Objects.requireNonNull(value, "value");
    }
}
