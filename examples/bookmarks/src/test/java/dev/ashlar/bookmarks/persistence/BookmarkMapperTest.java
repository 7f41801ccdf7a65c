// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.bookmark;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bookmarks.application.BookmarkView;
import dev.ashlar.bookmarks.application.BookmarkViews;
import dev.ashlar.bookmarks.domain.Bookmarks;
import dev.ashlar.bookmarks.domain.BookmarksContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class BookmarkMapperTest extends BookmarksContract {
    @Autowired
    private BookmarkMapper bookmarks;

    @Autowired
    private BookmarkViews views;

    @Override
    protected Bookmarks bookmarks() {
        return bookmarks;
    }

    @Test
    void keepsOneBookmarkOfAnAddressForEachPerson() {
        var owner = owner();
        bookmarks.insert(bookmark(owner, link("a")));
        bookmarks.insert(bookmark(owner(), link("a")));
        assertThatThrownBy(() -> bookmarks.insert(bookmark(owner, link("a"))))
                .hasMessageContaining("uq_bookmarks_user_id_url");
    }

    @Test
    void listsThePersonsBookmarksFromTheKeyOn() {
        var owner = owner();
        var first = bookmark(owner, link("a"));
        var second = bookmark(owner, link("b"));
        bookmarks.insert(first);
        bookmarks.insert(second);
        bookmarks.insert(bookmark(owner(), link("c")));
        assertThat(views.bookmarks(owner, null, 5))
                .extracting(BookmarkView::id)
                .containsExactly(first.id(), second.id());
        assertThat(views.bookmarks(owner, first.id().value(), 5))
                .extracting(BookmarkView::id)
                .containsExactly(second.id());
        assertThat(views.bookmark(owner, first.id()))
                .get()
                .extracting(BookmarkView::title)
                .isEqualTo("Page a");
        assertThat(views.bookmark(owner(), first.id())).isEmpty();
    }
}
