// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Statements of reading, regardless of the length of lists. */
@ServiceTest
class ArticleStatementsTest {
    @Autowired
    private ArticleReading reading;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ReaderService readers;

    @Autowired
    private CommentService comments;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private StatementCounter statements;

    @Test
    void readsEachPageInOneStatement() {
        var reader = user(accounts, "reader", Role.STUDENT);
        for (int i = 0; i < 12; i++) {
            var author = user(accounts, "author" + i, Role.STUDENT);
            var article = writing.publish(author, ArticleText.of("Article " + i, "d", "b", List.of("t" + i, "t")));
            readers.follow(reader, "author" + i);
            readers.favorite(reader, article.article().slug());
        }

        assertThat(statements.of(() -> reading.list(null, null, null, reader.userId(), new OffsetPage(10, 0))))
                .containsExactly("ArticleViewMapper.articles");
        assertThat(statements.of(() -> reading.list(null, null, null, null, new OffsetPage(20, 100))))
                .as("beyond the last page the first row has the total")
                .containsExactly("ArticleViewMapper.articles", "ArticleViewMapper.articles");
        assertThat(reading.list(null, null, null, null, new OffsetPage(20, 100)).total())
                .isEqualTo(12);
        assertThat(reading.feed(reader.userId(), new OffsetPage(20, 100)).total())
                .isEqualTo(12);
        assertThat(statements.of(() -> reading.feed(reader.userId(), new OffsetPage(5, 0))))
                .containsExactly("ArticleViewMapper.feed");
        assertThat(statements.of(() -> reading.list(null, "author1", "reader", null, new OffsetPage(20, 0))))
                .as("users named are found in the same statement")
                .containsExactly("ArticleViewMapper.articles");
        assertThat(statements.of(() ->
                        reading.page(new ArticleFilter(null, null, null, null, null), null, new PageRequest(10, null))))
                .containsExactly("ArticleViewMapper.articlesAfter");
        assertThat(statements.of(() -> reading.article("article-1", reader.userId())))
                .containsExactly("ArticleViewMapper.article");
        assertThat(statements.of(() -> readers.profile("author1", reader.userId())))
                .containsExactly("ArticleViewMapper.author");
        assertThat(statements.of(() -> reading.tags())).containsExactly("ArticleViewMapper.tags");
        assertThat(statements.of(() -> reading.comments("article-1", null, 0)))
                .as("without comments a second statement finds the article")
                .containsExactly("ArticleViewMapper.comments", "ArticleViewMapper.article");
        comments.comment(reader, "article-1", "Well said");
        comments.comment(reader, "article-1", "Indeed");
        assertThat(statements.of(() -> reading.comments("article-1", reader.userId(), 0)))
                .containsExactly("ArticleViewMapper.comments");
    }
}
