// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

class InMemoryBookmarksTest extends BookmarksContract {
    private final InMemoryBookmarks bookmarks = new InMemoryBookmarks();

    @Override
    protected Bookmarks bookmarks() {
        return bookmarks;
    }
}
