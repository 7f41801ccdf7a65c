// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a run.
 *
 * @param sourceCursor cursor of the page to pull next; null for the first page, and once all pages are stored
 * @param claims number of times that an instance has claimed the run; only the latest claim may store progress
 * @param failures failures since the last page that was stored
 * @param dueAt time of the next step, or until which the current one may take; null once the run has ended
 * @param detail reason of the last failure; null if none has happened since the last page
 */
public record SyncProgress(
        SyncOutcome outcome,
        @Nullable String sourceCursor,
        SyncCounts counts,
        int claims,
        int failures,
        @Nullable Instant dueAt,
        @Nullable String detail) {
    static SyncProgress waiting(Instant dueAt) {
        return new SyncProgress(SyncOutcome.LIFECYCLE.start(), null, SyncCounts.NONE, 0, 0, dueAt, null);
    }
}
