// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.operations.domain.MetadataEntries;
import dev.ashlar.operations.domain.MetadataEntry;
import dev.ashlar.operations.domain.MetadataEntryId;
import dev.ashlar.operations.domain.OperationsProblem;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Metadata of the system, for administrators only. */
@ApplicationService
public class MetadataService {
    private static final String LIST = "operations.system-metadata";

    private final MetadataEntries entries;
    private final MetadataViews views;
    private final IdSource ids;
    private final InstantSource clock;

    MetadataService(MetadataEntries entries, MetadataViews views, IdSource ids, InstantSource clock) {
        this.entries = entries;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns entries, oldest first. */
    public Page<MetadataView> list(Actor actor, PageRequest page) {
        actor.requireAdmin();
        var rows = views.entries(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public MetadataView get(Actor actor, String key) {
        actor.requireAdmin();
        return Optional.of(key)
                .filter(MetadataEntry::isKey)
                .flatMap(views::entry)
                .orElseThrow(MetadataService::notFound);
    }

    /** Adds an entry; refuses a key that is taken. */
    @Transactional
    public MetadataView create(Actor actor, String key, String value, String description) {
        actor.requireAdmin();
        var now = clock.instant();
        var id = new MetadataEntryId(ids.next());
        entries.insert(new MetadataEntry(id, key, value, description, now, now, ids.nextVersion()));
        return get(actor, key);
    }

    /** Replaces value and description of an entry under the version that the actor has read. */
    @Transactional
    public MetadataView replace(Actor actor, String key, int version, String value, String description) {
        var entry = entry(actor, key);
        var replaced = entry.replaced(value, description, clock.instant());
        if (entries.isStored(replaced) ? entry.version() != version : !entries.update(replaced, version)) {
            throw KernelProblem.stale("Metadata " + key, version);
        }
        return get(actor, key);
    }

    @Transactional
    public void delete(Actor actor, String key, int version) {
        if (!entries.delete(entry(actor, key).id(), version)) {
            throw KernelProblem.stale("Metadata " + key, version);
        }
    }

    private MetadataEntry entry(Actor actor, String key) {
        actor.requireAdmin();
        return Optional.of(key)
                .filter(MetadataEntry::isKey)
                .flatMap(entries::find)
                .orElseThrow(MetadataService::notFound);
    }

    private static DomainException notFound() {
        return OperationsProblem.METADATA_NOT_FOUND.because(
                "No metadata has this key. List the metadata to find the keys.");
    }
}
