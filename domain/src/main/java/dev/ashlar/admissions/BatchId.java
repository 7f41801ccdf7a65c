// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a batch. */
public record BatchId(UUID value) implements Identifier {
    public BatchId {
        Objects.requireNonNull(value, "value");
    }
}
