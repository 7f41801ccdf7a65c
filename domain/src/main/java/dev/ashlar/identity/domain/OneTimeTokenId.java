// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a mailed token. */
public record OneTimeTokenId(UUID value) implements Identifier {
    public OneTimeTokenId {
        Objects.requireNonNull(value, "value");
    }
}
