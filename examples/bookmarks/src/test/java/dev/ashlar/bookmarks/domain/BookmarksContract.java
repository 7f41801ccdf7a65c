// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.LATER;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.bookmark;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behavior that each implementation of {@link Bookmarks} has. */
public abstract class BookmarksContract {
    protected abstract Bookmarks bookmarks();

    @Test
    void returnsTheStoredBookmark() {
        var bookmark = stored(link("a", LATER));
        assertThat(bookmarks().find(bookmark.userId(), bookmark.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(bookmark);
        assertThat(bookmarks().find(owner(), bookmark.id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var bookmark = stored(link("a"));
        var edited = bookmark.edited(link("b", LATER.plusSeconds(1)), LATER);
        assertThat(bookmarks().update(edited, 1)).isFalse();
        assertThat(bookmarks().update(edited, 0)).isTrue();
        assertThat(bookmarks().update(edited, 0)).isFalse();
        assertThat(bookmarks().find(bookmark.userId(), bookmark.id())).hasValueSatisfying(found -> {
            assertThat(found.link()).isEqualTo(edited.link());
            assertThat(found.updatedAt()).isEqualTo(LATER);
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void removesTheVersionThatItsOwnerRead() {
        var bookmark = stored(link("a"));
        assertThat(bookmarks().remove(bookmark.userId(), bookmark.id(), 1)).isFalse();
        assertThat(bookmarks().remove(owner(), bookmark.id(), 0)).isFalse();
        assertThat(bookmarks().remove(bookmark.userId(), bookmark.id(), 0)).isTrue();
        assertThat(bookmarks().remove(bookmark.userId(), bookmark.id(), 0)).isFalse();
        assertThat(bookmarks().find(bookmark.userId(), bookmark.id())).isEmpty();
    }

    @Test
    void removesAllBookmarksOfAPerson() {
        var kept = stored(link("kept"));
        var owner = owner();
        bookmarks().insert(bookmark(owner, link("a")));
        bookmarks().insert(bookmark(owner, link("b")));

        assertThat(bookmarks().removeAll(owner)).isEqualTo(2);
        assertThat(bookmarks().removeAll(owner)).isZero();
        assertThat(bookmarks().find(kept.userId(), kept.id())).isPresent();
    }

    @Test
    void removesExpiredBookmarksInBatches() {
        var kept = stored(link("kept"));
        var later = stored(link("later", LATER.plusSeconds(1)));
        stored(link("first", LATER.minusSeconds(1)));
        stored(link("second", LATER));
        assertThat(bookmarks().removeExpired(LATER, 1)).isEqualTo(1);
        assertThat(bookmarks().removeExpired(LATER, 5)).isEqualTo(1);
        assertThat(bookmarks().removeExpired(LATER, 5)).isZero();
        assertThat(bookmarks().find(kept.userId(), kept.id())).isPresent();
        assertThat(bookmarks().find(later.userId(), later.id())).isPresent();
    }

    private Bookmark stored(Link link) {
        var bookmark = bookmark(owner(), link);
        bookmarks().insert(bookmark);
        return bookmark;
    }
}
