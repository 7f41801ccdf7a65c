// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.bookmarks.domain.Bookmark;
import dev.ashlar.bookmarks.domain.Bookmarks;
import dev.ashlar.bookmarks.domain.BookmarksProblem;
import dev.ashlar.bookmarks.domain.Link;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of bookmarks. Each person sees and edits only their own: those of others are not found. */
@ApplicationService
public class BookmarkService {
    private static final String LIST = "bookmarks.bookmarks";
    private static final int REMOVAL_BATCH = 500;

    private final Bookmarks bookmarks;
    private final BookmarkViews views;
    private final IdSource ids;
    private final InstantSource clock;

    BookmarkService(Bookmarks bookmarks, BookmarkViews views, IdSource ids, InstantSource clock) {
        this.bookmarks = bookmarks;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the actor's bookmarks, oldest first. */
    public Page<BookmarkView> list(Actor actor, PageRequest page) {
        var rows = views.bookmarks(actor.userId(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public BookmarkView get(Actor actor, BookmarkId id) {
        return views.bookmark(actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    @Transactional
    public BookmarkView create(Actor actor, Link link) {
        var bookmark = Bookmark.of(new BookmarkId(ids.next()), actor.userId(), link, clock.instant());
        bookmarks.insert(bookmark);
        return view(bookmark, 0);
    }

    @Transactional
    public BookmarkView edit(Actor actor, BookmarkId id, int version, Link link) {
        var bookmark = bookmarks.find(actor.userId(), id).orElseThrow(() -> notFound(id));
        var edited = bookmark.edited(link, clock.instant());
        boolean isSame = link.equals(bookmark.link());
        if (isSame ? bookmark.version() != version : !bookmarks.update(edited, version)) {
            throw KernelProblem.stale("Bookmark " + id.value(), version);
        }
        return isSame ? view(bookmark, version) : view(edited, version + 1);
    }

    @Transactional
    public void delete(Actor actor, BookmarkId id, int version) {
        if (!bookmarks.remove(actor.userId(), id, version)) {
            throw bookmarks.find(actor.userId(), id).isPresent()
                    ? KernelProblem.stale("Bookmark " + id.value(), version)
                    : notFound(id);
        }
    }

    /** Removes all bookmarks of a person, who has no account any more; may be repeated. */
    @Transactional
    public void erase(UserId person) {
        bookmarks.removeAll(person);
    }

    /** Removes a batch of expired bookmarks and returns their number. */
    @Job(name = "bookmarks.remove-expired", every = "1h")
    @Transactional
    public int removeExpired() {
        return bookmarks.removeExpired(clock.instant(), REMOVAL_BATCH);
    }

    private static BookmarkView view(Bookmark bookmark, int version) {
        var link = bookmark.link();
        return new BookmarkView(
                bookmark.id(), link.url(), link.title(), link.expiresAt(), bookmark.createdAt(), version);
    }

    private static DomainException notFound(BookmarkId id) {
        return BookmarksProblem.BOOKMARK_NOT_FOUND.because(
                "You have no bookmark " + id.value() + ". List your bookmarks to find its id.");
    }
}
