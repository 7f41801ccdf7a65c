// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.sync.domain.CatalogueAnswer;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.CatalogueItem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CataloguePageReaderTest {
    private final CataloguePageReader reader = new CataloguePageReader(new JsonMapper());

    @Test
    void readsWhatItKnowsAndIgnoresTheRest() {
        var page = page("""
                {"items": [
                   {"id": "c-1", "version": 3, "title": "SQL", "summary": "Joins.", "url": "https://school.example/1",
                    "teacher": {"name": "Ada"}, "tags": ["sql"]},
                   {"id": 17, "version": 0, "title": "Java", "summary": null}],
                 "nextCursor": "c-17", "total": 2}""");
        assertThat(page.items())
                .containsExactly(
                        new CatalogueItem("c-1", 3, "SQL", "Joins.", "https://school.example/1"),
                        new CatalogueItem("17", 0, "Java", null, null));
        assertThat(page.nextCursor()).isEqualTo("c-17");
        assertThat(page.unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"nextCursor\": null", ", \"nextCursor\": \"\""})
    void takesAPageWithoutCursorForTheLast(String cursor) {
        assertThat(page("{\"items\": []" + cursor + "}").nextCursor()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\": 1, \"title\": \"T\"}                              | ``",
                "{\"id\": \"\", \"version\": 1, \"title\": \"T\"}                | ``",
                "{\"id\": {}, \"version\": 1, \"title\": \"T\"}                  | ``",
                "{\"id\": \"\\u0000\", \"version\": 1, \"title\": \"T\"}         | ``",
                "\"text\"                                                        | ``",
                "{\"id\": \"c\", \"title\": \"T\"}                               | c",
                "{\"id\": \"c\", \"version\": -1, \"title\": \"T\"}              | c",
                "{\"id\": \"c\", \"version\": 1.5, \"title\": \"T\"}             | c",
                "{\"id\": \"c\", \"version\": 99999999999999999999, \"title\": \"T\"} | c",
                "{\"id\": \"c\", \"version\": \"1\", \"title\": \"T\"}           | c",
                "{\"id\": \"c\", \"version\": 1}                                 | c",
                "{\"id\": \"c\", \"version\": 1, \"title\": \"a\\u0000b\"}       | c",
                "{\"id\": \"c\", \"version\": 1, \"title\": \"\\ud83d\"}         | c",
                "{\"id\": \"c\", \"version\": 1, \"title\": \"T\", \"url\": \"javascript:alert(1)\"} | c",
            })
    void passesOverAnItemThatCannotBeStored(String item, String listedId) {
        var page = page("{\"items\": [" + item + ", {\"id\": \"ok\", \"version\": 1, \"title\": \"T\"}]}");
        assertThat(page.items()).extracting(CatalogueItem::externalId).containsExactly("ok");
        assertThat(page.unreadable()).isEqualTo(1);
        assertThat(String.join("", page.unreadableIds())).isEqualTo(listedId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"items\": {}}",
                "<html>",
                "{\"items\": [{\"id\": \"c-",
                "null",
                "{\"items\": [], \"nextCursor\": {\"id\": 7}}",
                "{\"items\": [], \"nextCursor\": 7.5}",
                "{\"items\": [], \"nextCursor\": true}"
            })
    void takesNothingElseForAPage(String body) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        NoPage.class, none -> assertThat(none.isFinal()).isFalse());
    }

    @Test
    void refusesAPageOutOfBounds() {
        var item = "{\"id\": \"c\", \"version\": 1, \"title\": \"T\"}";
        assertThat(read("{\"items\": [" + (item + ",").repeat(CataloguePageReader.MAX_ITEMS) + item + "]}"))
                .isEqualTo(new NoPage("The page has more than 1000 items.", true));
        assertThat(read("{\"items\": [], \"nextCursor\": \"" + "x".repeat(501) + "\"}"))
                .isEqualTo(new NoPage("The cursor of the next page is too long.", true));
    }

    private CataloguePage page(String body) {
        return (CataloguePage) read(body);
    }

    private CatalogueAnswer read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
