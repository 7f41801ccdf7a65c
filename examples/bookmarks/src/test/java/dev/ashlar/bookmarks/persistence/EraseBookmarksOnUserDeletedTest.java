// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bookmarks.application.BookmarkService;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bookmarks of a user who deletes the account. */
@ServiceTest
class EraseBookmarksOnUserDeletedTest {
    @Autowired
    private BookmarkService bookmarks;

    @Autowired
    private Announcer announcer;

    @Autowired
    private MovableClock clock;

    private final Actor leaving = person();
    private final Actor staying = person();

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void erasesTheBookmarksOfThePersonHoweverOftenItIsAnnounced() {
        bookmarks.create(leaving, link("a"));
        bookmarks.create(staying, link("a"));

        announce();
        announce();

        assertThat(bookmarks.list(leaving, PageRequest.first()).items()).isEmpty();
        assertThat(bookmarks.list(staying, PageRequest.first()).items()).hasSize(1);
    }

    private void announce() {
        announcer.announce(new UserDeleted(leaving.userId(), clock.instant()));
    }

    private static Actor person() {
        return new Actor(owner(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
