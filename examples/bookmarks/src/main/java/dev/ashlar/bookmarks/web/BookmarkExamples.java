// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.web;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.bookmarks.application.BookmarkView;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class BookmarkExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        return List.of(new BookmarkView(
                new BookmarkId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000b0")),
                "https://www.postgresql.org/docs/",
                "PostgreSQL manual",
                null,
                Instant.parse("2026-02-03T16:05:12Z"),
                0));
    }
}
