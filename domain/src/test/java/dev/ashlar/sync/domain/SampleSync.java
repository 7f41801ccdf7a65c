// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs, items and pages for tests. */
public final class SampleSync {
    /** Present of the tests, with all digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    public static final Duration HOUR = Duration.ofHours(1);

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleSync() {}

    public static SyncRun run(SyncSource source, Instant at) {
        return SyncRun.of(new SyncRunId(IDS.next()), source, at);
    }

    public static CatalogueItem item(String id, long version) {
        return new CatalogueItem(id, version, "Title " + version, "Summary " + version, "https://school.example/" + id);
    }

    public static FoundItem found(String id, long version) {
        return new FoundItem(new CatalogueItemId(IDS.next()), item(id, version));
    }

    /** Returns a page with items in their first version. */
    public static CataloguePage page(@Nullable String next, String... ids) {
        return new CataloguePage(Stream.of(ids).map(id -> item(id, 1)).toList(), List.of(), 0, next);
    }
}
