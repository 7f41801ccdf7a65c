// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a todo. */
public record TodoId(UUID value) implements Identifier {
    public TodoId {
        Objects.requireNonNull(value, "value");
    }
}
