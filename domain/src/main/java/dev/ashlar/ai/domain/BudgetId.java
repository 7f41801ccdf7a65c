// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a budget. */
public record BudgetId(UUID value) implements Identifier {
    public BudgetId {
        Objects.requireNonNull(value, "value");
    }
}
