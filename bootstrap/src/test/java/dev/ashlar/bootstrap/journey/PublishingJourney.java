// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.application.PublishingHousekeeping;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles of authors, editors and administrators through Ashlar's own API. */
@JourneyTest
class PublishingJourney {
    private static final String PUBLISHING = "/api/v1/publishing";
    private static final String ARTICLES = PUBLISHING + "/articles";

    @LocalServerPort
    private int port;

    @Autowired
    private PublishingHousekeeping housekeeping;

    private Api nobody;
    private Api author;
    private Api editor;
    private String one;

    @BeforeEach
    void draft() {
        nobody = Api.at(port);
        author = nobody.newcomer();
        editor = nobody.newcomer();
        one = author.post(
                        ARTICLES,
                        Map.of("title", "Our own", "description", "d", "body", "b", "tags", new String[] {"x"}))
                .is(201)
                .header("Location");
    }

    @Test
    void letsAnEditorEditAndTheAuthorPublishADraft() {
        editor.get(one).isProblem(404, "publishing.article-not-found");
        editor.send("PATCH", one, "{\"editorId\":\"" + editor.myId() + "\"}", "If-Match", "\"0\"")
                .isProblem(404, "publishing.article-not-found");
        var shared = author.send("PATCH", one, "{\"editorId\":\"" + editor.myId() + "\"}", "If-Match", "\"0\"")
                .is(200);
        var edited = editor.send("PATCH", one, "{\"title\":\"Ours\"}", "If-Match", shared.header("ETag"))
                .is(200);
        assertThat(edited.json().at("/article/slug").asString()).startsWith("ours");
        author.send("PATCH", one, "{\"title\":\"Mine\"}", "If-Match", shared.header("ETag"))
                .isProblem(412, "request.stale-version");
        editor.send("PATCH", one, "{\"editorId\":null}", "If-Match", edited.header("ETag"))
                .isProblem(403, "publishing.article-forbidden");
        editor.send("POST", one + "/publish", null).isProblem(403, "publishing.article-forbidden");
        assertThat(editor.get(PUBLISHING + "/my/articles?status=draft")
                        .is(200)
                        .json()
                        .at("/items/0/editorId")
                        .asString())
                .isEqualTo(editor.myId());
        author.send("POST", one + "/publish", null).is(200);
        assertThat(listed(nobody, ""))
                .contains(edited.json().at("/article/slug").asString());
    }

    @Test
    void movesAnArticleThroughItsLifecycle() {
        author.post(one + "/schedule", Map.of("publishAt", "2100-01-31T09:30:00Z"))
                .is(200);
        assertThat(housekeeping.publishDue()).isZero();
        assertThat(status(author.send("POST", one + "/unschedule", null))).isEqualTo("draft");
        assertThat(status(author.send("POST", one + "/publish", null))).isEqualTo("published");
        author.send("POST", one + "/publish", null).isProblem(409, "publishing.illegal-transition");
        var slug = author.get(one).json().at("/article/slug").asString();
        nobody.get("/api/articles/" + slug).is(200);
        assertThat(status(author.send("POST", one + "/archive", null))).isEqualTo("archived");
        nobody.get("/api/articles/" + slug).isFieldError(404, "article", "not found");
        var back = author.send("POST", one + "/publish", null);
        assertThat(status(back)).isEqualTo("published");

        author.send("DELETE", one, null, "If-Match", "\"0\"").isProblem(412, "request.stale-version");
        author.send("DELETE", one, null, "If-Match", back.header("ETag")).is(204);
        nobody.get("/api/articles/" + slug).isFieldError(404, "article", "not found");
        assertThat(author.get(PUBLISHING + "/my/trash")
                        .is(200)
                        .json()
                        .at("/items/0/slug")
                        .asString())
                .isEqualTo(slug);
        assertThat(status(author.send("POST", one + "/restore", null))).isEqualTo("published");
        author.send("POST", one + "/restore", null).isProblem(409, "publishing.article-not-deleted");
        nobody.get("/api/articles/" + slug).is(200);
    }

    @Test
    void pagesListsByKeyUnderAFilter() {
        author.send("POST", one + "/publish", null).is(200);
        for (var title : new String[] {"Second", "Third"}) {
            author.post(ARTICLES, Map.of("title", title, "description", "d", "body", "b"))
                    .is(201);
        }
        author.get(PUBLISHING + "/my/articles?status=draft")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> ARTICLES + "/" + item.at("/id").asString())
                .forEach(path -> author.send("POST", path + "/publish", null).is(200));
        var filter = "?author=" + author.myId();
        var first = nobody.get(ARTICLES + filter + "&limit=2&count=true").is(200);
        assertThat(first.json().at("/total").asInt()).isEqualTo(3);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        var rest = nobody.get(ARTICLES + filter + "&limit=2&cursor="
                        + first.json().at("/nextCursor").asString())
                .is(200);
        assertThat(rest.json().at("/items").size()).isEqualTo(1);
        assertThat(rest.json().at("/nextCursor").isNull()).isTrue();
        assertThat(nobody.get(ARTICLES + filter + "&tag=x").json().at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void namesAllOverlongFieldsAtOnce() {
        var tooLong = Map.of("title", "x".repeat(201), "description", "d", "body", "x".repeat(100_001));
        author.post(ARTICLES, tooLong)
                .isProblem(400, "request.invalid")
                .naming("/title")
                .naming("/body");
        author.send("PATCH", one, JsonMapper.shared().writeValueAsString(tooLong), "If-Match", "\"0\"")
                .isProblem(400, "request.invalid")
                .naming("/title")
                .naming("/body");
        for (var answer : List.of(
                author.post("/api/articles", Map.of("article", tooLong)),
                author.put("/api/articles/any", Map.of("article", tooLong)))) {
            assertThat(answer.is(422).json().at("/errors").propertyNames()).containsExactlyInAnyOrder("title", "body");
        }
    }

    @Test
    void letsAdministratorsCreateCategoriesAndAuthorsUseThem() {
        var admin = nobody.demo("admin");
        var name = "News " + UUID.randomUUID();
        var made = admin.post(PUBLISHING + "/categories", Map.of("name", name)).is(201);
        var path = made.header("Location");
        author.post(PUBLISHING + "/categories", Map.of("name", name)).isProblem(403, "auth.forbidden");
        var id = made.json().at("/id").asString();
        author.send("PATCH", one, "{\"categoryId\":\"" + id + "\"}", "If-Match", "\"0\"")
                .is(200);
        author.send("POST", one + "/publish", null).is(200);
        assertThat(listed(nobody, "?category=" + id)).hasSize(1);

        var renamed = admin.send("PATCH", path, "{\"name\":\"Old news\"}", "If-Match", made.header("ETag"))
                .is(200);
        admin.send("DELETE", path, null, "If-Match", made.header("ETag")).isProblem(412, "request.stale-version");
        admin.send("DELETE", path, null, "If-Match", renamed.header("ETag")).is(204);
        assertThat(listed(nobody, "?category=" + id)).isEmpty();
        assertThat(author.get(one).json().at("/article/categoryId").isNull()).isTrue();
    }

    @Test
    void letsEditorsModerateComments() {
        author.send("POST", one + "/publish", null).is(200);
        var slug = author.get(one).json().at("/article/slug").asString();
        var comments = "/api/articles/" + slug + "/comments";
        long number = editor.post(comments, Map.of("comment", Map.of("body", "Rude")))
                .is(201)
                .json()
                .at("/comment/id")
                .asLong();
        var comment = one + "/comments/" + number;
        editor.send("POST", comment + "/hide", null).isProblem(403, "publishing.article-forbidden");
        author.send("POST", comment + "/hide", null).is(204);
        assertThat(nobody.get(comments).json().at("/comments").size()).isZero();
        author.send("POST", comment + "/hide", null).isProblem(409, "publishing.illegal-transition");
        author.send("POST", comment + "/show", null).is(204);
        assertThat(nobody.get(comments).json().at("/comments").size()).isEqualTo(1);
        editor.send("DELETE", comments + "/" + number, null).is(204);
        author.send("POST", comment + "/restore", null).isProblem(403, "auth.forbidden");
        nobody.demo("admin").send("POST", comment + "/restore", null).is(204);
        assertThat(nobody.get(comments).json().at("/comments").size()).isEqualTo(1);
    }

    @Test
    void showsStatisticsToTheAuthor() {
        author.send("POST", one + "/publish", null).is(200);
        var slug = author.get(one).json().at("/article/slug").asString();
        nobody.get("/api/articles/" + slug).is(200);
        housekeeping.writeViews();
        var path = PUBLISHING + "/authors/" + author.myId() + "/stats";
        var month = author.get(path).is(200).json().at("/months/0");
        assertThat(month.at("/month").asString()).matches("\\d{4}-\\d{2}");
        assertThat(month.at("/articles").asInt()).isEqualTo(1);
        assertThat(month.at("/views").asInt()).isPositive();
        nobody.demo("admin").get(path).is(200);
        editor.get(path).isProblem(403, "auth.forbidden");
    }

    private static String status(Api.Answer moved) {
        return moved.is(200).json().at("/article/status").asString();
    }

    private static List<String> listed(Api who, String filter) {
        return who.get(ARTICLES + filter)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map((JsonNode item) -> item.at("/article/slug").asString())
                .toList();
    }
}
