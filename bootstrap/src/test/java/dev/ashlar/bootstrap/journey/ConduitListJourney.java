// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of articles, the feed and the tags through the RealWorld API. */
@JourneyTest
class ConduitListJourney {
    private static final String ROWS = "must be a whole number from 1; more than 100 count as 100";

    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private String name;
    private Conduit author;
    private String readerName;
    private Conduit reader;

    @BeforeEach
    void register() {
        anonymous = Conduit.at(port);
        name = Conduit.newName("author");
        author = anonymous.register(name);
        readerName = Conduit.newName("reader");
        reader = anonymous.register(readerName);
    }

    @Test
    void listsTheNewestFirstAndCountsAllPages() {
        var first = author.write("First");
        var second = author.write("Second");
        var third = author.write("Third");
        lists(anonymous, "/articles?author=" + name, 3, third, second, first);
        lists(anonymous, "/articles?limit=2&author=" + name, 3, third, second);
        lists(anonymous, "/articles?limit=2&offset=2&author=" + name, 3, first);
        lists(anonymous, "/articles?offset=3&author=" + name, 3);
        assertThat(anonymous
                        .get("/articles?limit=1")
                        .is(200)
                        .json()
                        .at("/articles")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void filtersByTagAuthorAndFavoritingUser() {
        var tag = Conduit.newName("tag");
        var tagged = author.write("Tagged", tag, "other");
        var plain = author.write("Plain");
        var alien = reader.write("Alien", tag);
        reader.post("/articles/" + plain + "/favorite", null).is(200);
        lists(anonymous, "/articles?tag=" + tag, 2, alien, tagged);
        lists(anonymous, "/articles?tag=" + tag + "&author=" + name, 1, tagged);
        lists(anonymous, "/articles?favorited=" + readerName, 1, plain);
        lists(anonymous, "/articles?favorited=" + readerName + "&tag=" + tag, 0);
        lists(anonymous, "/articles?author=unknown", 0);
        lists(anonymous, "/articles?favorited=unknown", 0);
        lists(anonymous, "/articles?tag=unknown", 0);
        lists(anonymous, "/articles?tag=&favorited=&limit=&offset=&surprise=1&author=" + name, 2, plain, tagged);
    }

    @Test
    void showsTheReadersOwnFavoritesAndFollows() {
        var slug = author.write("Seen by whom");
        reader.post("/articles/" + slug + "/favorite", null).is(200);
        reader.post("/profiles/" + name + "/follow", null).is(200);
        var path = "/articles?author=" + name;
        var mine = reader.get(path).json().at("/articles/0");
        assertThat(mine.at("/favorited").asBoolean()).isTrue();
        assertThat(mine.at("/author/following").asBoolean()).isTrue();
        for (var other : new Conduit[] {anonymous, author}) {
            var seen = other.get(path).json().at("/articles/0");
            assertThat(seen.at("/favorited").asBoolean()).isFalse();
            assertThat(seen.at("/favoritesCount").asInt()).isEqualTo(1);
            assertThat(seen.at("/author/following").asBoolean()).isFalse();
        }
    }

    @Test
    void listsArticlesOfFollowedAuthorsInTheFeed() {
        reader.write("By the reader");
        lists(reader, "/articles/feed", 0);
        var first = author.write("First");
        var second = author.write("Second");
        reader.post("/profiles/" + name + "/follow", null).is(200);
        lists(reader, "/articles/feed", 2, second, first);
        lists(reader, "/articles/feed?limit=1", 2, second);
        lists(reader, "/articles/feed?limit=1&offset=1", 2, first);
        assertThat(reader.get("/articles/feed")
                        .json()
                        .at("/articles/0/author/following")
                        .asBoolean())
                .isTrue();
        reader.delete("/profiles/" + name + "/follow").is(200);
        lists(reader, "/articles/feed", 0);
        anonymous.get("/articles/feed").isFieldError(401, "token", "is missing");
        anonymous.with("bad").get("/articles/feed").isFieldError(401, "token", "is invalid");
    }

    @Test
    void refusesLimitsAndOffsetsOutOfBounds() {
        for (var path : new String[] {"/articles", "/articles/feed"}) {
            reader.get(path + "?limit=0").isFieldError(422, "limit", ROWS);
            reader.get(path + "?limit=101").is(200);
            reader.get(path + "?offset=-1").isFieldError(422, "offset", "must be a whole number from 0");
            reader.get(path + "?limit=ten").isFieldError(422, "limit", ROWS);
        }
    }

    @Test
    void listsTagsOfPublishedArticles() {
        var tag = Conduit.newName("tag");
        var slug = author.write("Tagged", tag);
        assertThat(tags()).contains(tag);
        author.delete("/articles/" + slug).is(204);
        assertThat(tags()).doesNotContain(tag);
    }

    private List<String> tags() {
        return anonymous
                .get("/tags")
                .is(200)
                .json()
                .at("/tags")
                .valueStream()
                .map(tag -> tag.asString())
                .toList();
    }

    private static void lists(Conduit who, String path, int count, String... slugs) {
        var list = who.get(path).is(200).json();
        assertThat(list.at("/articles")
                        .valueStream()
                        .map(article -> article.at("/slug").asString()))
                .as(path)
                .containsExactly(slugs);
        assertThat(list.at("/articlesCount").asInt()).as(path).isEqualTo(count);
    }
}
