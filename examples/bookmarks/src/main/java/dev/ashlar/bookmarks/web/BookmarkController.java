// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.web;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.bookmarks.application.BookmarkService;
import dev.ashlar.bookmarks.application.BookmarkView;
import dev.ashlar.bookmarks.domain.Link;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bookmarks")
@Tag(name = "Bookmarks", description = "Links that you keep.")
class BookmarkController {
    private final BookmarkService bookmarks;

    BookmarkController(BookmarkService bookmarks) {
        this.bookmarks = bookmarks;
    }

    @GetMapping
    @Operation(summary = "List your bookmarks", description = "The oldest bookmark comes first.")
    Listing<BookmarkView> listBookmarks(Actor actor, PageRequest page) {
        return Listing.of(bookmarks.list(actor, page));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a bookmark", description = "The ETag is the version for an edit.")
    @Refuses("bookmarks.bookmark-not-found")
    Versioned<BookmarkView> getBookmark(Actor actor, @PathVariable BookmarkId id) {
        var bookmark = bookmarks.get(actor, id);
        return Versioned.ok(bookmark.version(), bookmark);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a bookmark", description = "You have at most one bookmark of an address.")
    @Refuses({"bookmarks.address-taken", "bookmarks.time-in-past"})
    Versioned<BookmarkView> createBookmark(Actor actor, @RequestBody @Valid LinkRequest request) {
        var bookmark = bookmarks.create(actor, request.link());
        return Versioned.created("/api/v1/bookmarks/" + bookmark.id().value(), bookmark.version(), bookmark);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Update a bookmark", description = "The request replaces address, title and time.")
    @Refuses({"bookmarks.bookmark-not-found", "bookmarks.address-taken", "bookmarks.time-in-past"})
    Versioned<BookmarkView> updateBookmark(
            Actor actor, @PathVariable BookmarkId id, IfMatch ifMatch, @RequestBody @Valid LinkRequest request) {
        int version = ifMatch.version(() -> bookmarks.get(actor, id).version());
        var bookmark = bookmarks.edit(actor, id, version, request.link());
        return Versioned.ok(bookmark.version(), bookmark);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a bookmark", description = "A deleted bookmark cannot be restored.")
    @Refuses("bookmarks.bookmark-not-found")
    void deleteBookmark(Actor actor, @PathVariable BookmarkId id, IfMatch ifMatch) {
        bookmarks.delete(
                actor, id, ifMatch.version(() -> bookmarks.get(actor, id).version()));
    }

    /**
     * A link to keep.
     *
     * @param expiresAt time at which the bookmark is removed; null keeps it
     */
    record LinkRequest(
            @NotBlank @Size(max = Link.MAX_URL) @Schema(example = "https://www.postgresql.org/docs/")
            String url,

            @NotBlank @Size(max = Link.MAX_TITLE) @Schema(example = "PostgreSQL manual")
            String title,

            @Nullable @Schema(example = "2027-01-31T00:00:00Z")
            Instant expiresAt) {
        Link link() {
            return new Link(url, title, expiresAt);
        }
    }
}
