// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a run of a sync. */
public record SyncRunId(UUID value) implements Identifier {
    public SyncRunId {
        Objects.requireNonNull(value, "value");
    }
}
