// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import static dev.ashlar.publishing.web.Writers.ARTICLE;
import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static dev.ashlar.publishing.web.Writers.CATEGORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PublishingServer
class ArticleControllerTest {
    private static final String ARTICLES = "/api/v1/publishing/articles";
    private static final String ONE = ARTICLES + "/" + ARTICLE.value();

    @Autowired
    private ArticleReading reading;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private Caller client;

    @Autowired
    private Writers writers;

    @Test
    void listsArticlesByDeclaredFilters() {
        var filter = new ArticleFilter("b", AUTHOR.userId(), null, null, CATEGORY);
        given(reading.page(filter, null, new PageRequest(1, null)))
                .willReturn(
                        new Page<>(List.of(Writers.listed()), Cursor.of("publishing.articles", Writers.AT, ARTICLE)));
        given(reading.count(filter)).willReturn(7L);
        var answer = client.get(ARTICLES + "?tag=b&author=" + AUTHOR.userId().value() + "&category=" + CATEGORY.value()
                + "&count=true&limit=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/article/slug").asString()).isEqualTo("engines");
        assertThat(answer.json().at("/items/0/author/profile/username").asString())
                .isEqualTo("ada");
        assertThat(answer.json().at("/total").asLong()).isEqualTo(7);
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        assertThat(client.get(ARTICLES + "?color=red").error()).startsWith("color: ");
        assertThat(client.get(ARTICLES + "?author=ada").error()).startsWith("author: must be a UUID");
    }

    @Test
    void countsArticlesOnlyOnRequest() {
        given(reading.page(any(), any(), any())).willReturn(new Page<>(List.of(), null));
        assertThat(client.get(ARTICLES).json().has("total")).isFalse();
        then(reading).should(never()).count(any());
    }

    @Test
    void createsADraft() {
        given(writing.draft(AUTHOR, ArticleText.of("T", "D", "B", List.of())))
                .willReturn(Writers.article(ArticleStatus.DRAFT, 0));
        var body = "{\"title\":\"T\",\"description\":\"D\",\"body\":\"B\"}";
        var answer = writers.send(AUTHOR, "POST", ARTICLES, body);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        var unknown = writers.send(AUTHOR, "POST", ARTICLES, body.replace("}", ",\"slug\":\"x\"}"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.error()).startsWith("/slug: ");
    }

    @Test
    void showsAnArticleToItsAuthor() {
        given(writing.find(AUTHOR, ARTICLE)).willReturn(Writers.article(ArticleStatus.DRAFT, 3));
        var answer = writers.get(AUTHOR, ONE);
        assertThat(answer.header("ETag")).startsWith("\"3-");
        assertThat(answer.json().at("/article/status").asString()).isEqualTo("draft");
        given(writing.find(any(), any())).willThrow(PublishingProblem.ARTICLE_FORBIDDEN.because("Hers."));
        var foreign = writers.get(AUTHOR, ONE);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo("publishing.article-forbidden");
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionOfIfMatch() {
        var edit = new ArticleEdit(
                Change.to("T"), Change.keep(), Change.keep(), Change.keep(), Change.to(null), Change.to(CATEGORY));
        given(writing.edit(AUTHOR, ARTICLE, 3, edit)).willReturn(Writers.article(ArticleStatus.DRAFT, 4));
        var body = "{\"title\":\"T\",\"editorId\":null,\"categoryId\":\"" + CATEGORY.value() + "\"}";
        var answer = writers.send(AUTHOR, "PATCH", ONE, body, "If-Match", "\"3\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(writers.send(AUTHOR, "PATCH", ONE, body).status()).isEqualTo(428);
        given(writing.edit(any(), any(ArticleId.class), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(writers.send(AUTHOR, "PATCH", ONE, body, "If-Match", "\"2\"").status())
                .isEqualTo(412);
    }

    @Test
    void deletesTheVersionOfIfMatch() {
        assertThat(writers.send(AUTHOR, "DELETE", ONE, null, "If-Match", "\"3\"")
                        .status())
                .isEqualTo(204);
        then(lifecycle).should().delete(AUTHOR, ARTICLE, 3);
        assertThat(writers.send(AUTHOR, "DELETE", ONE, null).status()).isEqualTo(428);
        willThrow(PublishingProblem.ARTICLE_FORBIDDEN.because("Hers."))
                .given(lifecycle)
                .delete(any(), any(ArticleId.class), anyInt());
        assertThat(writers.send(AUTHOR, "DELETE", ONE, null, "If-Match", "\"3\"")
                        .code())
                .isEqualTo("publishing.article-forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ''",
        "GET, /019a0000-0000-7000-8000-0000000000a1",
        "PATCH, /019a0000-0000-7000-8000-0000000000a1",
        "DELETE, /019a0000-0000-7000-8000-0000000000a1",
        "POST, /019a0000-0000-7000-8000-0000000000a1/publish",
        "POST, /019a0000-0000-7000-8000-0000000000a1/schedule",
        "POST, /019a0000-0000-7000-8000-0000000000a1/unschedule",
        "POST, /019a0000-0000-7000-8000-0000000000a1/archive",
        "POST, /019a0000-0000-7000-8000-0000000000a1/restore",
        "POST, /019a0000-0000-7000-8000-0000000000a1/comments/1/hide",
        "POST, /019a0000-0000-7000-8000-0000000000a1/comments/1/show",
        "POST, /019a0000-0000-7000-8000-0000000000a1/comments/1/restore"
    })
    void refusesCallersWithoutAToken(String method, String path) {
        var answer = client.send(method, ARTICLES + path, null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("auth.unauthenticated");
    }
}
