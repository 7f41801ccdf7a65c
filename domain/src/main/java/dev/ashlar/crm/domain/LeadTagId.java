// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a tag. */
public record LeadTagId(UUID value) implements Identifier {
    public LeadTagId {
        Objects.requireNonNull(value, "value");
    }
}
