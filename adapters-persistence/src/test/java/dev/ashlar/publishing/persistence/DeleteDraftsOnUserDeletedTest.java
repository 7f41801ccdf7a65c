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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    private Article stored(Article article) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> articles.insert(article, article.spareSlug()));
        return article;
    }

    private void announce(UserId author) {
        announcer.announce(new UserDeleted(author, clock.instant()));
    }
}
