// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a platform. */
public record PlatformId(UUID value) implements Identifier {
    public PlatformId {
        Objects.requireNonNull(value, "value");
    }
}
