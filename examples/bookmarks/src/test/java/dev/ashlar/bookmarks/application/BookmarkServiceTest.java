// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.LATER;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.ashlar.bookmarks.domain.BookmarksProblem;
import dev.ashlar.bookmarks.domain.InMemoryBookmarks;
import dev.ashlar.bookmarks.domain.SampleBookmarks;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BookmarkServiceTest {
    private final Actor owner = person();
    private final Actor stranger = person();
    private Instant now = SampleBookmarks.NOW;
    private final BookmarkService bookmarks =
            new BookmarkService(new InMemoryBookmarks(), mock(BookmarkViews.class), IdSource.timeOrdered(), () -> now);

    @Test
    void editsAndRemovesABookmarkOfItsOwner() {
        var added = bookmarks.create(owner, link("a"));
        var edited = bookmarks.edit(owner, added.id(), 0, link("b"));
        assertThat(edited.url()).isEqualTo(link("b").url());
        assertThat(edited.version()).isEqualTo(1);
        bookmarks.delete(owner, added.id(), 1);
        assertRefused(BookmarksProblem.BOOKMARK_NOT_FOUND, () -> bookmarks.delete(owner, added.id(), 1));
    }

    @Test
    void findsNoBookmarkOfAnotherPerson() {
        var id = bookmarks.create(owner, link("a")).id();
        assertRefused(BookmarksProblem.BOOKMARK_NOT_FOUND, () -> bookmarks.edit(stranger, id, 0, link("b")));
        assertRefused(BookmarksProblem.BOOKMARK_NOT_FOUND, () -> bookmarks.delete(stranger, id, 0));
        assertThat(bookmarks.edit(owner, id, 0, link("c")).version()).isEqualTo(1);
    }

    @Test
    void keepsTheVersionIfAnEditChangesNothing() {
        var added = bookmarks.create(owner, link("a"));
        now = now.plusSeconds(1);
        assertThat(bookmarks.edit(owner, added.id(), 0, link("a"))).isEqualTo(added);
        assertRefused(KernelProblem.STALE_VERSION, () -> bookmarks.edit(owner, added.id(), 1, link("a")));
    }

    @Test
    void refusesAStaleVersion() {
        var id = bookmarks.create(owner, link("a")).id();
        bookmarks.edit(owner, id, 0, link("b"));
        assertRefused(KernelProblem.STALE_VERSION, () -> bookmarks.edit(owner, id, 0, link("c")));
        assertRefused(KernelProblem.STALE_VERSION, () -> bookmarks.delete(owner, id, 0));
    }

    @Test
    void removesExpiredBookmarks() {
        bookmarks.create(owner, link("a", LATER));
        bookmarks.create(owner, link("b"));
        assertThat(bookmarks.removeExpired()).isZero();
        now = LATER;
        assertThat(bookmarks.removeExpired()).isEqualTo(1);
        assertThat(bookmarks.removeExpired()).isZero();
    }

    private static void assertRefused(ProblemType problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static Actor person() {
        return new Actor(owner(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
