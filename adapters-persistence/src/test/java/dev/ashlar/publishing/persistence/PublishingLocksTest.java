// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outcomes of transactions that wait for a row changed by another one. */
@ServiceTest
class PublishingLocksTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ArticleReading reading;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private CommentService comments;

    @Autowired
    private ReaderService readers;

    @Autowired
    private PublishingHousekeeping housekeeping;

    @Autowired
    private Articles articles;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private PlatformTransactionManager transactions;

    private JdbcClient psql;
    private Actor author;
    private Actor reader;

    @BeforeEach
    void meetPeople() {
        int run = COUNT.incrementAndGet();
        psql = database.database().psql();
        author = user(accounts, "writes" + run, Role.STUDENT);
        reader = user(accounts, "waits" + run, Role.STUDENT);
    }

    @Test
    void refusesAnEditThatWaitedForADeletion() {
        var article = published("Deleted first");
        var failure = failureOf(
                () -> lifecycle.delete(author, article.id(), 0),
                () -> writing.edit(author, article.id(), 0, retitled("Edited later")));
        assertIsRefused(KernelProblem.STALE_VERSION, failure);
        assertThat(lifecycle.restore(author, article.id()).article().text().title())
                .isEqualTo(article.text().title());
    }

    @Test
    void refusesADeletionThatWaitedForAnEdit() {
        var article = published("Edited first");
        var failure = failureOf(
                () -> writing.edit(author, article.id(), 0, retitled("Edited in time")),
                () -> lifecycle.delete(author, article.id(), 0));
        assertIsRefused(KernelProblem.STALE_VERSION, failure);
        assertThat(writing.find(author, article.id()).article().text().title()).isEqualTo("Edited in time");
    }

    /** The RealWorld API has no versions: its last edit wins. */
    @Test
    void editsBySlugWhatAnotherEditHasJustChanged() {
        var article = published("Edited twice");
        var failure = failureOf(
                () -> writing.edit(author, article.slug(), described("First")),
                () -> writing.edit(author, article.slug(), described("Last")));
        assertThat(failure).isNull();
        var edited = writing.find(author, article.id()).article();
        assertThat(edited.text().description()).isEqualTo("Last");
        assertThat(edited.edition().version()).isEqualTo(2);
    }

    @Test
    void deletesBySlugWhatAnotherEditHasJustChanged() {
        var article = published("Edited before the deletion");
        var failure = failureOf(
                () -> writing.edit(author, article.slug(), described("First")),
                () -> lifecycle.delete(author, article.slug()));
        assertThat(failure).isNull();
        assertThat(lifecycle.restore(author, article.id()).article().text().description())
                .isEqualTo("First");
    }

    @Test
    void findsNoArticleBySlugThatAnotherRequestHasJustDeleted() {
        var article = published("Deleted twice");
        var failure = failureOf(
                () -> lifecycle.delete(author, article.slug()), () -> lifecycle.delete(author, article.slug()));
        assertIsRefused(PublishingProblem.ARTICLE_NOT_FOUND, failure);
    }

    @Test
    void refusesAFavoriteThatWaitedForADeletion() {
        var article = published("Deleted under a favorite");
        var failure = failureOf(() -> lifecycle.delete(author, article.id(), 0), () -> favorite(article));
        assertIsRefused(PublishingProblem.ARTICLE_NOT_FOUND, failure);
        assertThat(lifecycle.restore(author, article.id()).article().reception().favoritesCount())
                .isZero();
    }

    /** The comment is visible again after the restoration, as if it had been stored before the deletion. */
    @Test
    void deletesACommentThatWaitedForADeletionWithTheArticle() {
        var article = published("Deleted under a comment");
        assertThat(failureOf(() -> lifecycle.delete(author, article.id(), 0), () -> comment(article)))
                .isNull();
        lifecycle.restore(author, article.id());
        assertThat(reading.comments(article.slug(), null, 0)).hasSize(1);
    }

    @Test
    void refusesACommentThatWaitedForThePurgeOfTheArticle() {
        var article = published("Gone, comment");
        assertThat(failureOf(() -> purge(article), () -> comment(article)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("fk_comments_post_id");
    }

    @Test
    void refusesAFavoriteThatWaitedForThePurgeOfTheArticle() {
        var article = published("Gone, favorite");
        assertThat(failureOf(() -> purge(article), () -> favorite(article)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("fk_favorites_post_id");
    }

    /** Stores enough articles in the opposite order that no plan reads them in the order of their keys by chance. */
    @Test
    void addsViewsInTheOrderOfKeys() throws SQLException {
        var stored = Stream.generate(() -> draft("Read")).limit(300).toList().reversed();
        inTransaction(() -> stored.forEach(article -> articles.insert(article, article.spareSlug())));
        psql.sql("VACUUM ANALYZE publishing.posts").update();
        var descending = stored.stream().map(Article::id).toList();

        try (var holding = database.database().owner().getConnection()) {
            holding.setAutoCommit(false);
            lock(holding, descending.getLast());
            var adding = CompletableFuture.runAsync(() ->
                    inTransaction(() -> articles.addViews(descending, Collections.nCopies(descending.size(), 1L))));
            await().until(() -> database.database().waiting() == 1);
            assertThat(unlocked(descending)).as("all after the locked one").isEqualTo(descending.size() - 1);
            holding.rollback();
            assertThat(adding).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(psql.sql("SELECT count(*) FROM publishing.posts WHERE view_count = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(descending.size());
    }

    private void inTransaction(Runnable task) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> task.run());
    }

    private void purge(ArticleDetails article) {
        lifecycle.delete(author, article.id(), 0);
        clock.advance(PublishingHousekeeping.TRASH_RETENTION.plusDays(1));
        housekeeping.emptyTrash();
    }

    /** Returns the failure of the second task, which waits for the transaction of the first; null if it succeeds. */
    private @Nullable Throwable failureOf(Runnable first, Runnable second) {
        var running = new TransactionTemplate(transactions).execute(status -> {
            first.run();
            var started = CompletableFuture.runAsync(second);
            await().until(() -> database.database().waiting() == 1);
            return started;
        });
        return Objects.requireNonNull(running)
                .handle((_, failure) -> failure == null ? null : failure.getCause())
                .join();
    }

    private static void assertIsRefused(ProblemType type, @Nullable Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private void comment(ArticleDetails article) {
        comments.comment(reader, article.slug(), "In time");
    }

    private void favorite(ArticleDetails article) {
        readers.favorite(reader, article.slug());
    }

    private static ArticleEdit described(String description) {
        return new ArticleEdit(
                Change.keep(), Change.to(description), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }

    private ArticleDetails published(String title) {
        return writing.publish(author, ArticleText.of(title, "About it", "Text", List.of()))
                .article();
    }

    private static void lock(Connection holding, ArticleId article) throws SQLException {
        try (var lock = holding.prepareStatement("SELECT FROM publishing.posts WHERE id = ? FOR UPDATE")) {
            lock.setObject(1, article.value());
            lock.execute();
        }
    }

    private long unlocked(List<ArticleId> ids) {
        return psql.sql("SELECT id FROM publishing.posts WHERE id IN (:ids) FOR UPDATE SKIP LOCKED")
                .param("ids", ids.stream().map(ArticleId::value).toList())
                .query()
                .listOfRows()
                .size();
    }
}
