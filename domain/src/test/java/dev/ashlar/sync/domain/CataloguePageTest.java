// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import static dev.ashlar.sync.domain.SampleSync.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguePageTest {
    @Test
    void keepsTheNewestVersionOfAnItem() {
        var page = new CataloguePage(
                List.of(item("a", 2), item("b", 1), item("a", 3), item("a", 1)), List.of("c"), 1, null);
        assertThat(page.items()).containsExactly(item("a", 3), item("b", 1));
        assertThat(page.listedIds()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void refusesACursorOutOfBounds() {
        for (var cursor : List.of("", "x".repeat(CataloguePage.MAX_CURSOR + 1), "a\0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new CataloguePage(List.of(), List.of(), 0, cursor));
        }
        assertThat(new CataloguePage(List.of(), List.of(), 0, "x".repeat(CataloguePage.MAX_CURSOR)).nextCursor())
                .hasSize(CataloguePage.MAX_CURSOR);
    }

    @Test
    void takesItemsUpToTheirBounds() {
        var longest = new CatalogueItem(
                "i".repeat(CatalogueItem.MAX_ID),
                Long.MAX_VALUE,
                "\uD83D\uDE00".repeat(CatalogueItem.MAX_TITLE),
                "s".repeat(CatalogueItem.MAX_SUMMARY),
                "http://" + "u".repeat(CatalogueItem.MAX_URL - 7));
        assertThat(longest.version()).isEqualTo(Long.MAX_VALUE);
        assertThat(new CatalogueItem("i", 0, "t", null, null).summary()).isNull();
    }

    @ParameterizedTest(name = "{index}") // reports cannot show these texts
    @ValueSource(strings = {"", " ", "nul \0", "half a pair \uD83D"})
    void refusesKeysAndTitlesThatCannotBeStored(String text) {
        assertThat(CatalogueItem.isId(text)).isFalse();
        refuses(text, 1, "Title", null, null);
        refuses("id", 1, text, null, null);
    }

    @Test
    void refusesValuesOutOfBounds() {
        refuses("i".repeat(CatalogueItem.MAX_ID + 1), 1, "Title", null, null);
        refuses("id", -1, "Title", null, null);
        refuses("id", 1, "t".repeat(CatalogueItem.MAX_TITLE + 1), null, null);
        refuses("id", 1, "Title", "s".repeat(CatalogueItem.MAX_SUMMARY + 1), null);
        refuses("id", 1, "Title", "nul \0", null);
        refuses("id", 1, "Title", null, "https://" + "u".repeat(CatalogueItem.MAX_URL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "ftp://school.example", "//school.example", "https://a b"})
    void refusesAddressesThatAreNoWebAddresses(String url) {
        refuses("id", 1, "Title", null, url);
    }

    private static void refuses(String id, long version, String title, @Nullable String summary, @Nullable String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogueItem(id, version, title, summary, url));
    }
}
