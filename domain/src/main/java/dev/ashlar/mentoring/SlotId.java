// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a slot. */
public record SlotId(UUID value) implements Identifier {
    public SlotId {
        Objects.requireNonNull(value, "value");
    }
}
