// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a run of an automation job. */
public record AutomationRunId(UUID value) implements Identifier {
    public AutomationRunId {
        Objects.requireNonNull(value, "value");
    }
}
