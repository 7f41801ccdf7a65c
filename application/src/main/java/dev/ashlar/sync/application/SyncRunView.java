// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.sync.domain.SyncProgress;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Instant;

/**
 * Run of a sync as administrators see it.
 *
 * @param createdAt start of the run
 * @param updatedAt last step, or the end
 */
public record SyncRunView(
        SyncRunId id, SyncSource source, @Flat SyncProgress progress, Instant createdAt, Instant updatedAt) {
    static SyncRunView of(SyncRun run) {
        return new SyncRunView(run.id(), run.source(), run.progress(), run.createdAt(), run.createdAt());
    }
}
