// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of an automation job. */
public record AutomationJobId(UUID value) implements Identifier {
    public AutomationJobId {
        Objects.requireNonNull(value, "value");
    }
}
