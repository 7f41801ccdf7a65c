// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.domain.Article;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles of a user who deletes the account. */
@ServiceTest
class DeleteDraftsOnUserDeletedTest {
    @Autowired
    private ArticleMapper articles;

    @Autowired
    private Announcer announcer;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void deletesDraftsOnceAndKeepsPublishedArticles() {
        var author = user();
        var unpublished = stored(draft("Secret", author));
        var published = stored(draft("Public", author).published(clock.instant()));

        announce(author);
        announce(author);

        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(_ -> {
            assertThat(articles.findDeleted(unpublished.id()))
                    .map(Article::version)
                    .contains(1);
            assertThat(articles.find(published.id())).map(Article::version).contains(0);
        });
    }

    /** More than one statement could delete in its time would stay for ever, because each retry begins with all of them. */
    @Test
    void deletesAnyNumberOfDraftsInSeveralTransactions() {
        var author = user();
        var draft = stored(draft("Secret", author));
        jdbc.sql("""
                        INSERT INTO publishing.posts (id, slug, title, description, body, author_id, created_at, updated_at)
                        SELECT gen_random_uuid(), p.slug || '-' || n, p.title, p.description, p.body, p.author_id, p.created_at, p.updated_at
                        FROM publishing.posts AS p CROSS JOIN generate_series(1, 1000) AS n
                        WHERE p.id = :id""").param("id", draft.id().value()).update();

        announce(author);

        var transactionsOfDrafts = jdbc.sql(
                        "SELECT count(*) FILTER (WHERE deleted_at IS NULL), count(DISTINCT xmin::text) FROM publishing.posts WHERE author_id = :author")
                .param("author", author.value())
                .query((row, _) -> List.of(row.getInt(1), row.getInt(2)))
                .single();
        assertThat(transactionsOfDrafts).containsExactly(0, 3);
    }

    private Article stored(Article article) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> articles.insert(article, article.spareSlug()));
        return article;
    }

    private void announce(UserId author) {
        announcer.announce(new UserDeleted(author, clock.instant()));
    }
}
