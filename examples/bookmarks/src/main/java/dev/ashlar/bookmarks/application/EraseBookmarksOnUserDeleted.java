// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the bookmarks of a user who has deleted the account. */
@Component
class EraseBookmarksOnUserDeleted {
    private final BookmarkService bookmarks;

    EraseBookmarksOnUserDeleted(BookmarkService bookmarks) {
        this.bookmarks = bookmarks;
    }

    @AfterCommit("bookmarks.erase-person")
    void on(UserDeleted event) {
        bookmarks.erase(event.userId());
    }
}
