// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.sync.application.CatalogueItemView;
import dev.ashlar.sync.application.SyncRunView;
import dev.ashlar.sync.domain.CatalogueItemId;
import dev.ashlar.sync.domain.SyncCounts;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncProgress;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class SyncExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        var started = Instant.parse("2026-02-03T16:00:00Z");
        var counts = new SyncCounts(3, 600, 12, 1, 0);
        return List.of(
                new SyncRunView(
                        new SyncRunId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e1")),
                        SyncSource.MRLEARN,
                        new SyncProgress(
                                SyncOutcome.PULLING,
                                "eyJhZnRlciI6NjAwfQ",
                                counts,
                                4,
                                0,
                                started.plusSeconds(122),
                                null),
                        started,
                        started.plusSeconds(2)),
                new CatalogueItemView(
                        new CatalogueItemId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e2")),
                        "course-17",
                        3,
                        "Introduction to SQL",
                        "Queries, joins and indexes in six evenings.",
                        "https://mrlearn.example/courses/course-17",
                        started,
                        started));
    }
}
