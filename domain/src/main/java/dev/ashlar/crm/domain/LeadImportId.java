// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an import. */
public record LeadImportId(UUID value) implements Identifier {
    public LeadImportId {
        Objects.requireNonNull(value, "value");
    }
}
