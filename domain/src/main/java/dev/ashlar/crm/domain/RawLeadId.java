// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a row of the legacy system. */
public record RawLeadId(UUID value) implements Identifier {
    public RawLeadId {
        Objects.requireNonNull(value, "value");
    }
}
