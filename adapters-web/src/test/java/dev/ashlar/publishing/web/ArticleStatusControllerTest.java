// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import static dev.ashlar.publishing.web.Writers.ARTICLE;
import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.AuthorStats;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.MonthlyStats;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.Publication;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Authors' decisions about their articles and comments, and their views of them. */
@PublishingServer
class ArticleStatusControllerTest {
    private static final String ONE = "/api/v1/publishing/articles/" + ARTICLE.value();

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private CommentService comments;

    @Autowired
    private AuthorStats stats;

    @Autowired
    private Writers writers;

    @ParameterizedTest
    @ValueSource(strings = {"publish", "unschedule", "archive", "restore"})
    void movesAnArticleOrSaysWhyNot(String move) {
        given(lifecycle.publish(AUTHOR, ARTICLE)).willReturn(Writers.article(ArticleStatus.PUBLISHED, 5));
        given(lifecycle.unschedule(AUTHOR, ARTICLE)).willReturn(Writers.article(ArticleStatus.DRAFT, 5));
        given(lifecycle.archive(AUTHOR, ARTICLE)).willReturn(Writers.article(ArticleStatus.ARCHIVED, 5));
        given(lifecycle.restore(AUTHOR, ARTICLE)).willReturn(Writers.article(ArticleStatus.PUBLISHED, 5));
        var moved = writers.send(AUTHOR, "POST", ONE + "/" + move, null);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"5\"");
        var refusal = PublishingProblem.ARTICLE_FORBIDDEN.because("Hers.");
        given(lifecycle.publish(any(), any())).willThrow(refusal);
        given(lifecycle.unschedule(any(), any())).willThrow(refusal);
        given(lifecycle.archive(any(), any())).willThrow(refusal);
        given(lifecycle.restore(any(), any())).willThrow(refusal);
        assertThat(writers.send(AUTHOR, "POST", ONE + "/" + move, null).status())
                .isEqualTo(403);
    }

    @Test
    void schedulesForATimeToCome() {
        var at = Instant.parse("2100-01-31T09:30:00Z");
        given(lifecycle.schedule(AUTHOR, ARTICLE, at)).willReturn(Writers.article(ArticleStatus.SCHEDULED, 5));
        assertThat(writers.send(AUTHOR, "POST", ONE + "/schedule", "{\"publishAt\":\"2100-01-31T09:30:00Z\"}")
                        .status())
                .isEqualTo(200);
        given(lifecycle.schedule(any(), any(), any()))
                .willThrow(PublishingProblem.PUBLICATION_TIME_PAST.because("Later."));
        var past = writers.send(AUTHOR, "POST", ONE + "/schedule", "{\"publishAt\":\"2000-01-31T09:30:00Z\"}");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.code()).isEqualTo("publishing.publication-time-past");
        assertThat(writers.send(AUTHOR, "POST", ONE + "/schedule", "{}").error())
                .startsWith("/publishAt: ");
    }

    @Test
    void hidesAndShowsComments() {
        assertThat(writers.send(AUTHOR, "POST", ONE + "/comments/17/hide", null).status())
                .isEqualTo(204);
        assertThat(writers.send(AUTHOR, "POST", ONE + "/comments/17/show", null).status())
                .isEqualTo(204);
        then(comments).should().hide(AUTHOR, ARTICLE, 17);
        then(comments).should().show(AUTHOR, ARTICLE, 17);
        assertThat(writers.send(Writers.ADMIN, "POST", ONE + "/comments/17/restore", null)
                        .status())
                .isEqualTo(204);
        then(comments).should().restore(Writers.ADMIN, ARTICLE, 17);
        willThrow(PublishingProblem.ARTICLE_FORBIDDEN.because("Hers."))
                .given(comments)
                .hide(any(), any(), anyLong());
        assertThat(writers.send(AUTHOR, "POST", ONE + "/comments/17/hide", null).code())
                .isEqualTo("publishing.article-forbidden");
    }

    @Test
    void listsOwnArticlesAndOwnTrash() {
        given(lifecycle.own(AUTHOR, ArticleStatus.DRAFT, PageRequest.first()))
                .willReturn(new Page<>(
                        List.of(new OwnArticle(
                                ARTICLE,
                                "engines",
                                "Engines",
                                AUTHOR.userId(),
                                null,
                                new Publication(ArticleStatus.DRAFT, null),
                                Writers.AT,
                                3)),
                        null));
        given(lifecycle.trash(AUTHOR, PageRequest.first()))
                .willReturn(new Page<>(
                        List.of(new DeletedArticle(ARTICLE, "engines", "Engines", ArticleStatus.DRAFT, Writers.AT)),
                        null));
        var own = writers.get(AUTHOR, "/api/v1/publishing/my/articles?status=draft");
        assertThat(own.json().at("/items/0/status").asString()).isEqualTo("draft");
        assertThat(writers.get(AUTHOR, "/api/v1/publishing/my/articles?status=secret")
                        .error())
                .startsWith("status: must be one of draft, scheduled, published, archived");
        var trash = writers.get(AUTHOR, "/api/v1/publishing/my/trash");
        assertThat(trash.json().at("/items/0/deletedAt").asString()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @Test
    void showsStatisticsToTheAuthor() {
        var path = "/api/v1/publishing/authors/" + AUTHOR.userId().value() + "/stats";
        given(stats.monthly(AUTHOR, AUTHOR.userId()))
                .willReturn(List.of(new MonthlyStats(YearMonth.of(2026, 11), 1, 2, 3, 4)));
        assertThat(writers.get(AUTHOR, path).text())
                .isEqualTo(
                        "{\"months\":[{\"month\":\"2026-11\",\"articles\":1,\"views\":2,\"favorites\":3,\"comments\":4}]}");
        given(stats.monthly(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Your own."));
        assertThat(writers.get(AUTHOR, path).code()).isEqualTo("auth.forbidden");
    }
}
