// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of an entry in the authentication log. */
public record AuthEventId(UUID value) implements Identifier {
    public AuthEventId {
        Objects.requireNonNull(value, "value");
    }
}
