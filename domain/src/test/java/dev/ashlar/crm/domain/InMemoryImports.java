// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** {@link LeadImports} for tests of one thread. */
public final class InMemoryImports implements LeadImports {
    private final Map<LeadImportId, LeadImport> imports = new LinkedHashMap<>();
    private final Map<LeadImportId, Instant> changes = new LinkedHashMap<>();
    private final Map<LeadImportId, Map<Integer, ImportedRow>> rows = new LinkedHashMap<>();
    private final Map<LeadImportId, Map<Integer, RowResult>> results = new LinkedHashMap<>();

    /** Returns an import by its key. */
    public Optional<LeadImport> find(LeadImportId id) {
        return Optional.ofNullable(imports.get(id));
    }

    /** Returns all imports, oldest first. */
    public List<LeadImport> all() {
        return List.copyOf(imports.values());
    }

    /** Returns the time of the last change of an import. */
    public Instant changedAt(LeadImportId id) {
        return changes.get(id);
    }

    /** Returns the rows of an import. */
    public List<ImportedRow> rows(LeadImportId id) {
        return List.copyOf(rows.getOrDefault(id, Map.of()).values());
    }

    /** Returns the results of an import. */
    public Map<Integer, RowResult> results(LeadImportId id) {
        return Map.copyOf(results.getOrDefault(id, Map.of()));
    }

    @Override
    public boolean insert(LeadImport next) {
        long open = imports.values().stream()
                .filter(one -> one.rights().ownerId().equals(next.rights().ownerId()))
                .filter(one -> one.rights().platform().equals(next.rights().platform()))
                .filter(one -> one.status() != ImportStatus.FINISHED)
                .count();
        if (open >= LeadImport.MAX_OPEN) {
            return false;
        }
        put(next, next.createdAt());
        return true;
    }

    @Override
    public void insertRows(LeadImportId id, List<ImportedRow> added, Instant at) {
        for (var row : added) {
            rows.computeIfAbsent(id, _ -> new TreeMap<>()).put(row.number(), row);
            if (row.problems() != null) {
                settleRows(id, List.of(new RowResult(row.number(), RowOutcome.REFUSED, row.problems())), at);
            }
        }
    }

    @Override
    public boolean complete(LeadImportId id, String sha256, Instant at) {
        var one = imports.get(id);
        if (one == null || one.counts().totalRows() != null || rows(id).isEmpty()) {
            return false;
        }
        var file = new ImportFile(one.file().fileName(), one.file().format(), sha256);
        var counts = new ImportCounts(rows(id).size(), 0, 0, 0, results(id).size());
        put(new LeadImport(id, file, one.rights(), one.status(), counts, one.createdAt()), at);
        return true;
    }

    @Override
    public boolean start(String platform, UserId owner, LeadImportId id, Instant at) {
        return move(
                id,
                one -> one.rights().platform().equals(platform)
                        && one.rights().ownerId().equals(owner)
                        && one.counts().totalRows() != null
                        && ImportStatus.LIFECYCLE.allows(one.status(), ImportStatus.RUNNING),
                ImportStatus.RUNNING,
                at);
    }

    @Override
    public Optional<LeadImportId> next() {
        return imports.values().stream()
                .filter(one -> one.status() == ImportStatus.RUNNING)
                .map(LeadImport::id)
                .min(Comparator.comparing(changes::get));
    }

    @Override
    public Optional<LeadImport> lock(LeadImportId id) {
        return find(id).filter(one -> one.status() == ImportStatus.RUNNING);
    }

    @Override
    public List<ImportedRow> waiting(LeadImportId id, int limit) {
        var known = results(id);
        return rows(id).stream()
                .filter(row -> !known.containsKey(row.number()))
                .limit(limit)
                .toList();
    }

    @Override
    public void settleRows(LeadImportId id, List<RowResult> added, Instant at) {
        added.forEach(
                result -> results.computeIfAbsent(id, _ -> new TreeMap<>()).putIfAbsent(result.number(), result));
    }

    @Override
    public void settle(LeadImport next, Instant at) {
        if (lock(next.id()).isPresent()) {
            put(next, at);
        }
    }

    @Override
    public boolean fail(LeadImportId id, Instant at) {
        return move(id, one -> one.status() == ImportStatus.RUNNING, ImportStatus.FAILED, at);
    }

    @Override
    public boolean discard(LeadImportId id) {
        boolean isDoomed =
                find(id).filter(one -> one.counts().totalRows() == null).isPresent();
        if (isDoomed) {
            delete(id);
        }
        return isDoomed;
    }

    @Override
    public int deleteOldest(ImportStatus status, Instant changedBefore) {
        var oldest = imports.values().stream()
                .filter(one -> one.status() == status)
                .map(LeadImport::id)
                .filter(id -> changes.get(id).isBefore(changedBefore))
                .min(Comparator.comparing(changes::get));
        oldest.ifPresent(this::delete);
        return oldest.isPresent() ? 1 : 0;
    }

    private void delete(LeadImportId id) {
        imports.remove(id);
        rows.remove(id);
        results.remove(id);
    }

    private boolean move(LeadImportId id, Predicate<LeadImport> from, ImportStatus to, Instant at) {
        var found = find(id).filter(from);
        found.ifPresent(
                one -> put(new LeadImport(id, one.file(), one.rights(), to, one.counts(), one.createdAt()), at));
        return found.isPresent();
    }

    private void put(LeadImport next, Instant at) {
        imports.put(next.id(), next);
        changes.put(next.id(), at);
    }
}
