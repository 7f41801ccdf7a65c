// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import static dev.ashlar.bookmarks.domain.SampleBookmarks.LATER;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.NOW;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.bookmark;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.link;
import static dev.ashlar.bookmarks.domain.SampleBookmarks.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkTest {
    @Test
    void keepsItsOwnerWhenItIsEdited() {
        var bookmark = bookmark(owner(), link("a"));
        var edited = bookmark.edited(link("b", LATER.plusSeconds(1)), LATER);
        assertThat(edited.userId()).isEqualTo(bookmark.userId());
        assertThat(edited.createdAt()).isEqualTo(NOW);
        assertThat(edited.updatedAt()).isEqualTo(LATER);
        assertThat(edited.link()).isEqualTo(link("b", LATER.plusSeconds(1)));
    }

    @Test
    void refusesToExpireInThePast() {
        assertThatThrownBy(() -> bookmark(owner(), link("a", NOW))).hasMessageContaining("Choose a later time");
        var bookmark = bookmark(owner(), link("a", LATER));
        assertThatThrownBy(() -> bookmark.edited(link("a", LATER), LATER)).hasMessageContaining("Choose a later time");
    }

    @Test
    void trimsAddressAndTitle() {
        var link = new Link(" https://example.com ", " Example ", null);
        assertThat(link.url()).isEqualTo("https://example.com");
        assertThat(link.title()).isEqualTo("Example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com", "javascript:alert(1)", "https://", "https://exam ple.com", " "})
    void refusesAnAddressThatIsNotHttp(String url) {
        assertThatThrownBy(() -> new Link(url, "Example", null)).hasMessageContaining("/url");
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThatThrownBy(() -> new Link("https://" + "a".repeat(Link.MAX_URL), "Example", null))
                .hasMessageContaining("/url");
        assertThatThrownBy(() -> new Link("https://example.com", "a".repeat(Link.MAX_TITLE + 1), null))
                .hasMessageContaining("/title");
    }
}
