// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a security event. */
public record SecurityEventId(UUID value) implements Identifier {
    public SecurityEventId {
        Objects.requireNonNull(value, "value");
    }
}
