// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.web.Writers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** All invalid fields are named in one answer, so that a client need not correct them one by one. */
@RealWorldServer
class RealWorldFieldsTest {
    @Autowired
    private Writers writers;

    @ParameterizedTest
    @CsvSource({"POST, /api/articles", "PUT, /api/articles/engines"})
    void namesEveryInvalidFieldOfAnArticle(String method, String path) {
        assertNamed(
                method,
                path,
                Map.of("article", Map.of("title", "", "description", " ", "body", "", "tagList", List.of(" "))),
                "title",
                "description",
                "body",
                "tagList");
        assertNamed(method, path, Map.of("article", tooLong()), "title", "description", "tagList", "tagList");
        assertNamed(method, path, Map.of(), "article");
    }

    @Test
    void namesTheInvalidFieldOfAComment() {
        var comments = "/api/articles/engines/comments";
        for (var body : new String[] {" ", "x".repeat(10_001)}) {
            assertNamed("POST", comments, Map.of("comment", Map.of("body", body)), "body");
        }
        assertNamed("POST", comments, Map.of(), "comment");
    }

    private void assertNamed(String method, String path, Map<String, ?> body, String... fields) {
        var answer = writers.send(AUTHOR, method, path, JsonMapper.shared().writeValueAsString(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json()
                        .at("/errors")
                        .propertyStream()
                        .flatMap(field -> Collections.nCopies(field.getValue().size(), field.getKey()).stream()))
                .containsExactlyInAnyOrder(fields);
    }

    /** Leaves the body out: one that is too long is longer than this server reads. */
    private static Map<String, Object> tooLong() {
        var tags = Stream.concat(Stream.of("x".repeat(51)), Collections.nCopies(20, "x").stream())
                .toList();
        return Map.of("title", "x".repeat(201), "description", "x".repeat(501), "body", "b", "tagList", tags);
    }
}
