// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a hold. */
public record HoldId(UUID value) implements Identifier {
    public HoldId {
        Objects.requireNonNull(value, "value");
    }
}
