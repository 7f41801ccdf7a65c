// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a session: one login on one device, and the family of its refresh tokens. Access tokens carry it as {@code sid}. */
public record SessionId(UUID value) implements Identifier {
    public SessionId {
        Objects.requireNonNull(value, "value");
    }
}
