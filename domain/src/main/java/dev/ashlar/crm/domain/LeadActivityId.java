// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an activity. */
public record LeadActivityId(UUID value) implements Identifier {
    public LeadActivityId {
        Objects.requireNonNull(value, "value");
    }
}
