// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an event on its way to one listener. */
public record EventPublicationId(UUID value) implements Identifier {
    public EventPublicationId {
        Objects.requireNonNull(value, "value");
    }
}
