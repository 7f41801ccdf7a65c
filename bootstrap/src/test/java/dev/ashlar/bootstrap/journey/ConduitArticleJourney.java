// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Articles and favorites through the RealWorld API. */
@JourneyTest
class ConduitArticleJourney {
    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private Conduit author;
    private Conduit reader;

    @BeforeEach
    void register() {
        anonymous = Conduit.at(port);
        author = anonymous.register(Conduit.newName("author"));
        reader = anonymous.register(Conduit.newName("reader"));
    }

    @Test
    void showsANewArticleToEveryReader() {
        var slug = author.write("How to train your dragon", "reactjs", "angularjs", "dragons");
        for (var who : new Conduit[] {anonymous, reader, author}) {
            var article = who.get("/articles/" + slug).is(200).json().at("/article");
            assertThat(article.at("/title").asString()).isEqualTo("How to train your dragon");
            assertThat(article.at("/body").asString()).isEqualTo("Text");
            assertThat(tags(article)).isEqualTo("[\"reactjs\",\"angularjs\",\"dragons\"]");
            assertThat(article.at("/favorited").asBoolean(true)).isFalse();
            assertThat(article.at("/favoritesCount").asInt(-1)).isZero();
            assertThat(article.at("/author/following").asBoolean(true)).isFalse();
        }
    }

    @Test
    void keepsBlanksThatABodyBeginsWith() {
        var article = "{\"article\":{\"title\":\"Code\",\"description\":\"d\",\"body\":\"    x = 1\\n\\ntext\\n\"}}";
        var written = author.send("POST", "/articles", article).is(201).json();
        assertThat(written.at("/article/body").asString()).isEqualTo("    x = 1\n\ntext");
    }

    @Test
    void showsAnArticleThatIsCalledLikeAList() {
        var slug = author.write("Feed");
        assertThat(slug).isEqualTo("article-feed");
        assertThat(anonymous
                        .get("/articles/" + slug)
                        .is(200)
                        .json()
                        .at("/article/title")
                        .asString())
                .isEqualTo("Feed");
    }

    @Test
    void findsATagHoweverItsAccentsAreWritten() {
        var slug = author.write("Composed", "Cafe\u0301");
        var found = anonymous.get("/articles?tag=Caf%C3%A9").is(200).json();
        assertThat(found.at("/articles/0/slug").asString()).isEqualTo(slug);
        assertThat(anonymous
                        .get("/articles?tag=Cafe%CC%81")
                        .is(200)
                        .json()
                        .at("/articlesCount")
                        .asInt())
                .isEqualTo(found.at("/articlesCount").asInt());
    }

    @Test
    void keepsTheTimeOfAnUpdateThatChangesNothing() {
        var slug = author.write("Unchanged");
        var before =
                author.get("/articles/" + slug).json().at("/article/updatedAt").asString();
        var after = author.send("PUT", "/articles/" + slug, "{\"article\":{\"title\":\"Unchanged\"}}")
                .is(200)
                .json();
        assertThat(after.at("/article/updatedAt").asString()).isEqualTo(before);
    }

    @Test
    void givesEqualTitlesDifferentSlugs() {
        var first = author.write("Twins");
        assertThat(author.write("Twins")).isNotEqualTo(first).isNotEqualTo(reader.write("Twins"));
    }

    @Test
    void acceptsArticlesWithoutTagsAndIgnoresUnknownFields() {
        var bare = author.send(
                        "POST",
                        "/articles",
                        "{\"article\":{\"title\":\"Bare\",\"description\":\"d\",\"body\":\"b\",\"slug\":\"mine\"},\"x\":1}")
                .is(201);
        assertThat(tags(bare.json().at("/article"))).isEqualTo("[]");
        assertThat(bare.json().at("/article/slug").asString()).isNotEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "body"})
    void refusesToOmitOrClearARequiredField(String field) {
        var all = "{\"article\":{\"title\":\"Title\",\"description\":\"Description\",\"body\":\"Body\"}}";
        var was = "\"" + field + "\":\"[^\"]*\"";
        for (var value : new String[] {"null", "\"\"", "\"  \""}) {
            author.send("POST", "/articles", all.replaceAll(was, "\"" + field + "\":" + value))
                    .isFieldError(422, field, "can't be blank");
        }
        author.send("POST", "/articles", all.replaceAll(was, "\"unknown\":1"))
                .isFieldError(422, field, "can't be blank");

        var slug = author.write("To be kept");
        for (var value : new String[] {"null", "\"\""}) {
            author.send("PUT", "/articles/" + slug, "{\"article\":{\"" + field + "\":" + value + "}}")
                    .isFieldError(422, field, "can't be blank");
        }
    }

    @Test
    void keepsFieldsThatAnUpdateOmits() {
        var slug = author.write("Before", "one", "two");
        var before = author.get("/articles/" + slug).json().at("/article");
        var edited = author.put("/articles/" + slug, Map.of("article", Map.of("body", "Another text")))
                .is(200)
                .json()
                .at("/article");
        assertThat(edited.at("/slug").asString()).isEqualTo(slug);
        assertThat(edited.at("/title").asString()).isEqualTo("Before");
        assertThat(edited.at("/body").asString()).isEqualTo("Another text");
        assertThat(tags(edited)).isEqualTo("[\"one\",\"two\"]");
        assertThat(edited.at("/createdAt").asString())
                .isEqualTo(before.at("/createdAt").asString());
        assertThat(edited.at("/updatedAt").asString())
                .isGreaterThanOrEqualTo(before.at("/updatedAt").asString());
    }

    @Test
    void changesTheSlugWithTheTitle() {
        var slug = author.write("Before");
        var renamed = author.put("/articles/" + slug, Map.of("article", Map.of("title", "After all")))
                .is(200)
                .json()
                .at("/article/slug")
                .asString();
        assertThat(renamed).startsWith("after-all");
        anonymous.get("/articles/" + renamed).is(200);
        anonymous.get("/articles/" + slug).isFieldError(404, "article", "not found");
    }

    @Test
    void keepsReplacesOrRemovesTagsAndRefusesNull() {
        var path = "/articles/" + author.write("Tagged", "one", "two");
        assertThat(tags(put(path, "{\"tagList\":[\"three\",\"one\"]}"))).isEqualTo("[\"three\",\"one\"]");
        assertThat(tags(put(path, "{\"body\":\"b\"}"))).isEqualTo("[\"three\",\"one\"]");
        assertThat(tags(put(path, "{\"tagList\":[]}"))).isEqualTo("[]");
        author.send("PUT", path, "{\"article\":{\"tagList\":null}}").isFieldError(422, "tagList", "can't be blank");
        author.send("PUT", path, "{\"article\":{\"tagList\":[\"\"]}}").isFieldError(422, "tagList", "can't be blank");
        author.send("PUT", path, "{\"article\":{\"tagList\":[null]}}").isFieldError(422, "tagList", "can't be blank");
        author.send("PUT", path, "{\"article\":{\"tagList\":\"one\"}}")
                .isFieldError(422, "tagList", "must be an array");
        author.send("PUT", path, "{\"article\":{\"tagList\":[\"" + "x".repeat(51) + "\"]}}")
                .isFieldError(422, "tagList", "must have at most 50 characters");
    }

    @Test
    void countsAFavoriteOncePerReader() {
        var path = "/articles/" + author.write("Liked");
        assertFavorite(reader.post(path + "/favorite", null), true, 1);
        assertFavorite(reader.post(path + "/favorite", null), true, 1);
        assertFavorite(author.post(path + "/favorite", null), true, 2);
        assertFavorite(anonymous.get(path), false, 2);
        assertFavorite(reader.get(path), true, 2);
        assertFavorite(reader.delete(path + "/favorite"), false, 1);
        assertFavorite(reader.delete(path + "/favorite"), false, 1);
        assertFavorite(author.get(path), true, 1);
    }

    @Test
    void hidesADeletedArticle() {
        var path = "/articles/" + author.write("Doomed");
        assertThat(author.delete(path).is(204).text()).isEmpty();
        for (var who : new Conduit[] {anonymous, reader, author}) {
            who.get(path).isFieldError(404, "article", "not found");
        }
        author.delete(path).isFieldError(404, "article", "not found");
    }

    @Test
    void refusesToChangeOrDeleteAnotherAuthorsArticle() {
        var path = "/articles/" + author.write("Mine");
        reader.put(path, Map.of("article", Map.of("body", "theirs"))).isFieldError(403, "article", "forbidden");
        reader.delete(path).isFieldError(403, "article", "forbidden");
        assertThat(anonymous.get(path).json().at("/article/body").asString()).isEqualTo("Text");
    }

    @Test
    void answersNotFoundForUnknownArticles() {
        anonymous.get("/articles/unknown").isFieldError(404, "article", "not found");
        author.put("/articles/unknown", Map.of("article", Map.of("body", "b")))
                .isFieldError(404, "article", "not found");
        author.delete("/articles/unknown").isFieldError(404, "article", "not found");
        author.post("/articles/unknown/favorite", null).isFieldError(404, "article", "not found");
        author.delete("/articles/unknown/favorite").isFieldError(404, "article", "not found");
    }

    private JsonNode put(String path, String article) {
        return author.send("PUT", path, "{\"article\":" + article + "}")
                .is(200)
                .json()
                .at("/article");
    }

    private static String tags(JsonNode article) {
        return article.at("/tagList").toString();
    }

    private static void assertFavorite(Api.Answer answer, boolean favorited, int count) {
        var article = answer.is(200).json().at("/article");
        assertThat(article.at("/favorited").asBoolean()).isEqualTo(favorited);
        assertThat(article.at("/favoritesCount").asInt()).isEqualTo(count);
    }
}
