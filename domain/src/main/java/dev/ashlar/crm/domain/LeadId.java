// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a lead. */
public record LeadId(UUID value) implements Identifier {
    public LeadId {
        Objects.requireNonNull(value, "value");
    }
}
