// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Bookmarks in the export of their owner's data. */
@Component
class ExportedBookmarks implements PersonalData {
    private final BookmarkService bookmarks;

    ExportedBookmarks(BookmarkService bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public String name() {
        return "bookmarks";
    }

    @Override
    public Page<BookmarkView> page(Actor owner, PageRequest request) {
        return bookmarks.list(owner, request);
    }
}
