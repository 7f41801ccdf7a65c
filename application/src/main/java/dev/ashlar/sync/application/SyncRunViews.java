// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of runs. */
public interface SyncRunViews {
    /** Returns runs before the given key, newest first. */
    List<SyncRunView> runs(@Nullable UUID after, int limit);

    Optional<SyncRunView> run(SyncRunId id);

    /** Returns the latest runs of a source that have ended, newest first. */
    List<SyncRunView> ended(SyncSource source, int limit);
}
