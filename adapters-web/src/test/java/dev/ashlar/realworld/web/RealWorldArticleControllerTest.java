// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleList;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.PublishingProblem;
import dev.ashlar.publishing.web.Writers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RealWorldServer
class RealWorldArticleControllerTest {
    private static final String ARTICLE = """
            {"slug":"engines","title":"Engines","description":"About engines","body":"Text","tagList":["b","a"],\
            "createdAt":"2026-11-20T10:15:30.000Z","updatedAt":"2026-11-20T10:15:30.007Z","favorited":true,\
            "favoritesCount":3,"author":{"username":"ada","bio":null,"image":null,"following":true}}""";

    @Autowired
    private ArticleReading reading;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private ReaderService readers;

    @Autowired
    private Caller client;

    @Autowired
    private Writers writers;

    @Test
    void listsArticlesWithoutTheirBodies() {
        given(reading.list("b", "ada", null, null, new OffsetPage(5, 10)))
                .willReturn(new ArticleList(List.of(Writers.listed()), 11));
        given(reading.list(null, null, null, AUTHOR.userId(), new OffsetPage(20, 0)))
                .willReturn(new ArticleList(List.of(), 0));

        var anonymous = client.get("/api/articles?tag=b&author=ada&favorited=&limit=5&offset=10&more=1");
        assertThat(anonymous.text())
                .isEqualTo("{\"articles\":[" + ARTICLE.replace("\"body\":\"Text\",", "") + "],\"articlesCount\":11}");
        assertThat(anonymous.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(writers.get(AUTHOR, "/api/articles").text()).isEqualTo("{\"articles\":[],\"articlesCount\":0}");
    }

    @Test
    void cutsALongPageAndRefusesWhatIsNoNumber() {
        given(reading.list(null, null, null, null, new OffsetPage(100, OffsetPage.REACH)))
                .willReturn(new ArticleList(List.of(), 0));
        assertThat(client.get("/api/articles?limit=9999999999&offset=9999999999")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/articles?limit=00000000000100&offset=99999999999999999999")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/articles?limit=abc").text())
                .isEqualTo("{\"errors\":{\"limit\":[\"must be a whole number from 1; more than 100 count as 100\"]}}");
        assertThat(client.get("/api/articles?limit=0").status()).isEqualTo(422);
        assertThat(client.get("/api/articles?offset=-1").text())
                .isEqualTo("{\"errors\":{\"offset\":[\"must be a whole number from 0\"]}}");
    }

    @Test
    void showsAnArticleAndTheFeed() {
        given(reading.article("engines", null)).willReturn(Writers.article(ArticleStatus.PUBLISHED, 3));
        given(reading.feed(AUTHOR.userId(), new OffsetPage(20, 0))).willReturn(new ArticleList(List.of(), 0));
        assertThat(client.get("/api/articles/engines").text()).isEqualTo("{\"article\":" + ARTICLE + "}");
        assertThat(writers.get(AUTHOR, "/api/articles/feed").status()).isEqualTo(200);
    }

    @Test
    void createsAnArticleAndIgnoresUnknownFields() {
        given(writing.publish(AUTHOR, ArticleText.of("T", "D", "B", List.of("x"))))
                .willReturn(Writers.article(ArticleStatus.PUBLISHED, 0));
        var body =
                "{\"article\":{\"title\":\"T\",\"description\":\"D\",\"body\":\"B\",\"tagList\":[\"x\"],\"y\":1},\"z\":2}";
        assertThat(writers.send(AUTHOR, "POST", "/api/articles", body).status()).isEqualTo(201);
        var blank =
                writers.send(AUTHOR, "POST", "/api/articles", "{\"article\":{\"title\":\"T\",\"description\":\"D\"}}");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.text()).isEqualTo("{\"errors\":{\"body\":[\"can't be blank\"]}}");
    }

    @Test
    void tellsAbsentFieldsOfAnUpdateFromEmptyOnes() {
        var edit = new ArticleEdit(
                Change.keep(), Change.keep(), Change.to("B"), Change.to(List.of()), Change.keep(), Change.keep());
        given(writing.edit(AUTHOR, "engines", edit)).willReturn(Writers.article(ArticleStatus.PUBLISHED, 4));
        assertThat(writers.send(AUTHOR, "PUT", "/api/articles/engines", "{\"article\":{\"body\":\"B\",\"tagList\":[]}}")
                        .status())
                .isEqualTo(200);
        var refused = writers.send(AUTHOR, "PUT", "/api/articles/engines", "{\"article\":{\"tagList\":null}}");
        assertThat(refused.text()).isEqualTo("{\"errors\":{\"tagList\":[\"can't be blank\"]}}");
    }

    @Test
    void deletesAndFavoritesAnArticle() {
        given(readers.favorite(AUTHOR, "engines")).willReturn(Writers.article(ArticleStatus.PUBLISHED, 0));
        given(readers.unfavorite(AUTHOR, "engines")).willReturn(Writers.article(ArticleStatus.PUBLISHED, 0));
        assertThat(writers.send(AUTHOR, "DELETE", "/api/articles/engines", null).status())
                .isEqualTo(204);
        then(lifecycle).should().delete(AUTHOR, "engines");
        assertThat(writers.send(AUTHOR, "POST", "/api/articles/engines/favorite", null)
                        .status())
                .isEqualTo(200);
        assertThat(writers.send(AUTHOR, "DELETE", "/api/articles/engines/favorite", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesInTheFormOfTheRealWorldApi() {
        given(writing.edit(any(), any(String.class), any()))
                .willThrow(PublishingProblem.ARTICLE_FORBIDDEN.because("Somebody else's."));
        given(reading.article(any(), any())).willThrow(PublishingProblem.ARTICLE_NOT_FOUND.because("None."));
        var foreign = writers.send(AUTHOR, "PUT", "/api/articles/theirs", "{\"article\":{}}");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text()).isEqualTo("{\"errors\":{\"article\":[\"forbidden\"]}}");
        var none = client.get("/api/articles/none");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).isEqualTo("{\"errors\":{\"article\":[\"not found\"]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/articles",
        "PUT, /api/articles/engines",
        "DELETE, /api/articles/engines",
        "GET, /api/articles/feed",
        "POST, /api/articles/engines/favorite",
        "DELETE, /api/articles/engines/favorite",
        "POST, /api/articles/engines/comments",
        "DELETE, /api/articles/engines/comments/1",
        "POST, /api/profiles/ada/follow",
        "DELETE, /api/profiles/ada/follow"
    })
    void requiresAToken(String method, String path) {
        var missing = client.send(method, path, null);
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.text()).isEqualTo("{\"errors\":{\"token\":[\"is missing\"]}}");
        var over = client.bearer(claims -> claims.claim("sid", Caller.ENDED_SESSION.toString()))
                .replace("Bearer", "Token");
        assertThat(client.send(method, path, null, "Authorization", over).text())
                .isEqualTo("{\"errors\":{\"token\":[\"is missing\"]}}".replace("missing", "invalid"));
    }
}
