// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a schedule item. */
public record ScheduleItemId(UUID value) implements Identifier {
    public ScheduleItemId {
        Objects.requireNonNull(value, "value");
    }
}
