// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import static dev.ashlar.publishing.web.Writers.ARTICLE;
import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static dev.ashlar.publishing.web.Writers.CATEGORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Fields that are missing or too long are named all at once, so that nobody has to mend them one by one. */
@PublishingServer
class WrongFieldsTest {
    private static final String ARTICLES = "/api/v1/publishing/articles";
    private static final String CATEGORIES = "/api/v1/publishing/categories";

    @Autowired
    private Writers writers;

    @Test
    void ofADraft() {
        assertNamed("POST", ARTICLES, "{}", "/title", "/description", "/body");
        assertNamed("POST", ARTICLES, json(blank("tags")), "/title", "/description", "/body", "/tags/0");
        assertNamed("POST", ARTICLES, json(tooLong("tags")), "/title", "/description", "/tags", "/tags/0");
    }

    @Test
    void ofAnEdit() {
        var one = ARTICLES + "/" + ARTICLE.value();
        var nothing = "{\"title\":null,\"description\":null,\"body\":null,\"tags\":null}";
        assertNamed("PATCH", one, nothing, "/title", "/description", "/body", "/tags");
        assertNamed("PATCH", one, json(blank("tags")), "/title", "/description", "/body", "/tags/0");
        assertNamed("PATCH", one, json(tooLong("tags")), "/title", "/description", "/tags", "/tags/0");
    }

    @Test
    void ofACategory() {
        for (var name : new String[] {" ", "x".repeat(61)}) {
            assertNamed("POST", CATEGORIES, json(Map.of("name", name)), "/name");
            assertNamed("PATCH", CATEGORIES + "/" + CATEGORY.value(), json(Map.of("name", name)), "/name");
        }
    }

    private void assertNamed(String method, String path, String body, String... pointers) {
        var answer = writers.send(AUTHOR, method, path, body, "If-Match", "\"0\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder(pointers);
    }

    private static Map<String, Object> blank(String tags) {
        return Map.of("title", "", "description", " ", "body", "", tags, List.of(" "));
    }

    /** But for the text itself, which may be longer than this server takes. */
    private static Map<String, Object> tooLong(String tags) {
        return Map.of(
                "title",
                "x".repeat(201),
                "description",
                "x".repeat(501),
                "body",
                "b",
                tags,
                Stream.concat(Stream.of("x".repeat(51)), Collections.nCopies(20, "x").stream())
                        .toList());
    }

    private static String json(Map<String, ?> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
