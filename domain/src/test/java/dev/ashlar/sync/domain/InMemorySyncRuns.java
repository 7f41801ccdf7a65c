// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@link SyncRuns} for tests of one thread. */
public final class InMemorySyncRuns implements SyncRuns {
    private final Map<SyncRunId, SyncRun> runs = new LinkedHashMap<>();

    @Override
    public boolean insert(SyncRun run) {
        boolean isFree = runs.values().stream().noneMatch(other -> other.source() == run.source() && isOpen(other));
        if (isFree) {
            runs.put(run.id(), run);
        }
        return isFree;
    }

    @Override
    public Optional<SyncRun> claim(Instant now, Instant leaseUntil) {
        return runs.values().stream()
                .filter(run -> isOpen(run) && !dueAt(run).isAfter(now))
                .min(Comparator.comparing(InMemorySyncRuns::dueAt))
                .map(run -> claimed(run, leaseUntil));
    }

    @Override
    public Optional<SyncRunId> lock(SyncRunId id, int claims) {
        return Optional.ofNullable(runs.get(id))
                .filter(run -> isOpen(run) && run.progress().claims() == claims)
                .map(SyncRun::id);
    }

    @Override
    public boolean settle(SyncRun next, Instant now) {
        var found = lock(next.id(), next.progress().claims());
        found.ifPresent(id -> runs.put(id, next));
        return found.isPresent();
    }

    @Override
    public int deleteBefore(Instant bound, int limit) {
        var old = runs.values().stream()
                .filter(run -> !isOpen(run) && run.createdAt().isBefore(bound))
                .limit(limit)
                .map(SyncRun::id)
                .toList();
        old.forEach(runs::remove);
        return old.size();
    }

    public List<SyncRun> all() {
        return List.copyOf(runs.values());
    }

    private SyncRun claimed(SyncRun run, Instant leaseUntil) {
        var progress = run.progress();
        var next = new SyncProgress(
                progress.outcome(),
                progress.sourceCursor(),
                progress.counts(),
                progress.claims() + 1,
                progress.failures(),
                leaseUntil,
                progress.detail());
        var claimed = new SyncRun(run.id(), run.source(), next, run.createdAt());
        runs.put(run.id(), claimed);
        return claimed;
    }

    private static boolean isOpen(SyncRun run) {
        return run.progress().dueAt() != null;
    }

    private static Instant dueAt(SyncRun run) {
        return Objects.requireNonNull(run.progress().dueAt());
    }
}
