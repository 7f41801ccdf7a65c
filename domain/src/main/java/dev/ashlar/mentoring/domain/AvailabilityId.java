// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an availability rule or override. */
public record AvailabilityId(UUID value) implements Identifier {
    public AvailabilityId {
        Objects.requireNonNull(value, "value");
    }
}
