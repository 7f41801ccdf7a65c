// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.ArticleText;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of articles by author, which triggers of {@code posts} keep. */
@ServiceTest
class AuthorCountsTest {
    private static final int CROWD = 12;

    private final ArticleMapper articles;
    private final TransactionTemplate transaction;
    private final JdbcClient owner;
    private final UserId author = user();

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    AuthorCountsTest(ArticleMapper articles, PlatformTransactionManager transactions, FreshDatabase.Switch database) {
        this.articles = articles;
        this.transaction = new TransactionTemplate(transactions);
        this.owner = database.database().psql();
    }

    @Test
    void followsAnArticleThroughItsLife() {
        var article = draft("Lived", author);
        store(article);
        assertThat(count()).isZero();
        move(article, ArticleStatus.DRAFT, ArticleStatus.PUBLISHED);
        assertThat(count()).isEqualTo(1);
        store(draft("Another", author).published(NOW));
        assertThat(count()).isEqualTo(2);
        move(article, ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED);
        assertThat(count()).isEqualTo(1);
        move(article, ArticleStatus.ARCHIVED, ArticleStatus.PUBLISHED);
        assertThat(count()).isEqualTo(2);
        transaction.executeWithoutResult(_ -> articles.delete(article.id(), 3, LATER));
        assertThat(count()).isEqualTo(1);
        transaction.executeWithoutResult(_ -> articles.restore(article.id(), article.spareSlug(), LATER));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void followsRemovedArticles() {
        var article = draft("Removed", author).published(NOW);
        store(article);
        owner.sql("DELETE FROM publishing.posts WHERE id = ?")
                .param(article.id().value())
                .update();
        assertThat(count()).isZero();
    }

    @Test
    void countsAnArticleOnceThatIsEditedTwice() {
        var article = draft("Edited", author).published(NOW);
        store(article);
        owner.sql("UPDATE publishing.posts SET status = status, deleted_at = deleted_at, view_count = 7 WHERE id = ?")
                .param(article.id().value())
                .update();
        assertThat(count()).isEqualTo(1);
    }

    /**
     * Half of the articles stay; a count that is read first and written then would lose some. Services run within a transaction of the
     * test, in which the retry after a deadlock fails as well.
     */
    @Test
    void losesNoArticleOfManyThatChangeAtOnce() {
        var writer = user(accounts, "busy", Role.STUDENT);
        var outcomes = Together.run(CROWD, number -> () -> {
            var text = ArticleText.of("Crowd " + number, "d", "b", List.of("one-" + number % 2, "two"));
            var article =
                    transaction.execute(_ -> writing.publish(writer, text)).article();
            return number % 2 == 0 ? transaction.execute(_ -> lifecycle.archive(writer, article.id())) : article;
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(countOf(writer.userId())).isEqualTo(CROWD / 2);
    }

    private void store(Article article) {
        transaction.executeWithoutResult(_ -> articles.insert(article, article.spareSlug()));
    }

    private void move(Article article, ArticleStatus from, ArticleStatus to) {
        transaction.executeWithoutResult(_ -> articles.move(article.id(), EnumSet.of(from), to, NOW, LATER));
    }

    private int count() {
        return countOf(author);
    }

    private int countOf(UserId person) {
        return owner.sql("SELECT article_count FROM publishing.author_counts WHERE author_id = ?")
                .param(person.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
