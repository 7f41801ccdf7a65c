// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueItemId;
import dev.ashlar.sync.domain.Courses;
import dev.ashlar.sync.domain.FoundItem;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.Tests;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Items of each source, stored in the transaction of the caller. */
@Component
class SyncedItems {
    private final Courses courses;
    private final Tests tests;
    private final IdSource ids;

    SyncedItems(Courses courses, Tests tests, IdSource ids) {
        this.courses = courses;
        this.tests = tests;
        this.ids = ids;
    }

    /** Stores the items of a page, and returns the number of those that were added or replaced. */
    int store(SyncRun run, CataloguePage page, Instant now) {
        var found = page.items().stream()
                .map(item -> new FoundItem(new CatalogueItemId(ids.next()), item))
                .toList();
        var listed = page.listedIds();
        var at = run.createdAt();
        return switch (run.source()) {
            case MRLEARN -> {
                int changed = courses.upsert(found, at, now);
                courses.markListed(listed, at, now);
                yield changed;
            }
            case MRTEST -> {
                int changed = tests.upsert(found, at, now);
                tests.markListed(listed, at, now);
                yield changed;
            }
        };
    }

    /** Marks up to {@code limit} items as gone that the run has not found, and returns their number. */
    int markGone(SyncRun run, Instant now, int limit) {
        return switch (run.source()) {
            case MRLEARN -> courses.markGone(run.createdAt(), now, limit);
            case MRTEST -> tests.markGone(run.createdAt(), now, limit);
        };
    }
}
