// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Exact bodies of the RealWorld API: their keys, in order, and the types of their values. */
@JourneyTest
class ConduitShapesJourney {
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private Conduit author;
    private String name;
    private String slug;

    @BeforeEach
    void write() {
        anonymous = Conduit.at(port);
        name = Conduit.newName("author");
        author = anonymous.register(name);
        slug = author.write("Shapes", "b", "a");
    }

    @Test
    void showsTheCurrentUser() {
        var body = author.get("/user").is(200).json();
        hasKeys(body, "user");
        hasKeys(body.at("/user"), "email", "token", "username", "bio", "image");
    }

    @Test
    void showsAProfile() {
        assertThat(anonymous.get("/profiles/" + name).is(200).text())
                .isEqualTo("{\"profile\":{\"username\":\"" + name
                        + "\",\"bio\":null,\"image\":null,\"following\":false}}");
    }

    @Test
    void showsAnArticle() {
        var body = anonymous.get("/articles/" + slug).is(200).json();
        hasKeys(body, "article");
        var article = body.at("/article");
        hasKeys(
                article,
                "slug",
                "title",
                "description",
                "body",
                "tagList",
                "createdAt",
                "updatedAt",
                "favorited",
                "favoritesCount",
                "author");
        isListed(article);
    }

    @Test
    void listsArticlesWithoutTheirBodies() {
        for (var path : new String[] {"/articles?author=" + name, "/articles/feed"}) {
            var reader = anonymous.register(Conduit.newName("reader"));
            reader.post("/profiles/" + name + "/follow", null).is(200);
            var body = reader.get(path).is(200).json();
            hasKeys(body, "articles", "articlesCount");
            assertThat(body.at("/articlesCount").isIntegralNumber()).isTrue();
            var article = body.at("/articles/0");
            hasKeys(
                    article,
                    "slug",
                    "title",
                    "description",
                    "tagList",
                    "createdAt",
                    "updatedAt",
                    "favorited",
                    "favoritesCount",
                    "author");
            isListed(article);
        }
    }

    @Test
    void showsComments() {
        var path = "/articles/" + slug + "/comments";
        var written = author.post(path, Map.of("comment", Map.of("body", "Hm"))).is(201);
        hasKeys(written.json(), "comment");
        isComment(written.json().at("/comment"));
        var all = anonymous.get(path).is(200).json();
        hasKeys(all, "comments");
        isComment(all.at("/comments/0"));
    }

    @Test
    void listsTags() {
        var body = anonymous.get("/tags").is(200).json();
        hasKeys(body, "tags");
        assertThat(body.at("/tags").isArray()).isTrue();
    }

    @Test
    void sendsEveryBodyAsJsonInUtf8() {
        for (var path :
                new String[] {"/articles", "/articles/" + slug, "/tags", "/profiles/" + name, "/articles/none"}) {
            assertThat(anonymous.get(path).header("Content-Type"))
                    .isEqualToIgnoringCase("application/json;charset=utf-8");
        }
    }

    private void isListed(JsonNode article) {
        assertThat(article.at("/tagList").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(article.at("/createdAt").asString()).matches(TIME);
        assertThat(article.at("/updatedAt").asString()).matches(TIME);
        assertThat(article.at("/favorited").isBoolean()).isTrue();
        assertThat(article.at("/favoritesCount").isIntegralNumber()).isTrue();
        hasKeys(article.at("/author"), "username", "bio", "image", "following");
        assertThat(article.at("/author/username").asString()).isEqualTo(name);
    }

    private static void isComment(JsonNode comment) {
        hasKeys(comment, "id", "createdAt", "updatedAt", "body", "author");
        assertThat(comment.at("/id").isIntegralNumber()).isTrue();
        assertThat(comment.at("/createdAt").asString()).matches(TIME);
        hasKeys(comment.at("/author"), "username", "bio", "image", "following");
    }

    private static void hasKeys(JsonNode object, String... keys) {
        assertThat(object.propertyNames()).containsExactly(keys);
    }
}
