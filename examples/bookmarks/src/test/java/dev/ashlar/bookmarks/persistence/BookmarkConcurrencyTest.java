// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bookmarks.application.BookmarkService;
import dev.ashlar.bookmarks.application.BookmarkView;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of one person at the same moment, as two tabs of a browser send them. */
@ServiceTest
class BookmarkConcurrencyTest {
    private static final int TABS = 8;

    @Autowired
    private BookmarkService bookmarks;

    private final Actor person = new Actor(owner(), Role.STUDENT, Actor.DEFAULT_PLATFORM);

    @Test
    void addsAnAddressOnce() {
        var outcomes = Together.run(TABS, () -> bookmarks.create(person, link("a")));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(bookmarks.list(person, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void editsAVersionOnce() {
        var id = bookmarks.create(person, link("a")).id();

        var outcomes = Together.run(TABS, tab -> () -> bookmarks.edit(person, id, 0, link("b" + tab)));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).hasSize(TABS - 1).containsOnly(KernelProblem.STALE_VERSION);
        assertThat(bookmarks.get(person, id).version()).isEqualTo(1);
    }

    private static List<Object> refusals(List<Outcome<BookmarkView>> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .<Object>map(outcome -> ((DomainException) outcome.failure()).type())
                .toList();
    }
}
