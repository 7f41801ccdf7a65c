// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.tagged;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.publishing.domain.ArticleText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Order of locks on the numbers of articles, which many articles share: of the author, then of the tags by their ids. Services run
 * within a transaction of the test, in which the retry after a deadlock fails as well.
 */
@ServiceTest
class ArticleCountLocksTest {
    private static final int CROWD = 12;
    private static final List<String> SHARED = List.of("a", "b", "c", "d", "e");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TransactionTemplate transaction;
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private PublishingHousekeeping housekeeping;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private MovableClock clock;

    private Actor author;
    private Actor other;

    @Autowired
    ArticleCountLocksTest(PlatformTransactionManager transactions, FreshDatabase.Switch database) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.psql = JdbcClient.create(database.database().owner());
    }

    @BeforeEach
    void createAuthors() {
        int run = COUNT.incrementAndGet();
        author = user(accounts, "author" + run, Role.STUDENT);
        other = user(accounts, "other" + run, Role.STUDENT);
    }

    /**
     * Two due articles have one tag each, in the opposite order of the ids of these. Published in one transaction they would wait for an
     * article with both tags, which waits for them.
     */
    @Test
    void publishesDueArticlesBesideAnArticleWithTheirTags() throws SQLException {
        writing.publish(author, text("Old", List.of("due-1", "due-2")));
        var names = psql.sql("SELECT name FROM publishing.tags WHERE name LIKE 'due-_' ORDER BY id")
                .query(String.class)
                .list();
        schedule("Due first", names.getLast());
        schedule("Due second", names.getFirst());
        clock.advance(Duration.ofHours(2));

        try (var threads = Executors.newFixedThreadPool(2);
                var holding = database.database().owner().getConnection()) {
            lock(holding, names.getLast());
            var due = CompletableFuture.supplyAsync(this::publishAllDue, threads);
            await().until(() -> database.database().waiting() == 1);
            var both = CompletableFuture.supplyAsync(
                    () -> once(() -> writing.publish(other, text("Both", names))), threads);
            await().until(() -> database.database().waiting() == 2);
            holding.rollback();

            assertThat(due).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(2);
            assertThat(both).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(counts("due-_")).containsOnly(3);
    }

    @Test
    void publishesEditsAndArchivesArticlesWithTheSameTagsInAnyOrder() {
        var outcomes = Together.run(CROWD, number -> () -> {
            var random = new Random(number);
            var writer = number % 2 == 0 ? author : other;
            for (int i = 0; i < 8; i++) {
                var title = "Crowd " + number + "-" + i;
                var article = once(() -> writing.publish(writer, text(title, shuffled(random))))
                        .article();
                once(() -> writing.edit(
                        writer,
                        article.id(),
                        0,
                        tagged(shuffled(random).subList(0, 2).toArray(String[]::new))));
                once(() -> lifecycle.archive(writer, article.id()));
            }
            return number;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(counts("_")).hasSize(SHARED.size()).containsOnly(0);
    }

    private int publishAllDue() {
        int published = 0;
        while (once(housekeeping::publishDue) > 0) {
            published++;
        }
        return published;
    }

    private <T> T once(Supplier<T> service) {
        return transaction.execute(_ -> service.get());
    }

    private void schedule(String title, String tag) {
        var draft = writing.draft(author, text(title, List.of(tag))).article();
        lifecycle.schedule(author, draft.id(), clock.instant().plus(Duration.ofHours(1)));
    }

    private static List<String> shuffled(Random random) {
        var tags = new ArrayList<>(SHARED);
        Collections.shuffle(tags, random);
        return tags;
    }

    private static ArticleText text(String title, List<String> tags) {
        return ArticleText.of(title, "About it", "Text", tags);
    }

    private static void lock(Connection holding, String tag) throws SQLException {
        holding.setAutoCommit(false);
        try (var lock = holding.prepareStatement("SELECT FROM publishing.tags WHERE name = ? FOR UPDATE")) {
            lock.setString(1, tag);
            lock.execute();
        }
    }

    private List<Integer> counts(String tags) {
        return psql.sql("SELECT article_count FROM publishing.tags WHERE name LIKE ?")
                .param(tags)
                .query(Integer.class)
                .list();
    }
}
