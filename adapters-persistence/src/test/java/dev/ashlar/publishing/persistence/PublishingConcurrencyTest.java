// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invariants under many concurrent callers. */
@ServiceTest
class PublishingConcurrencyTest {
    private static final int CROWD = 12;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private ArticleLifecycle lifecycle;

    @Autowired
    private ReaderService readers;

    @Autowired
    private CommentService comments;

    @Autowired
    private CategoryService categories;

    @Autowired
    private PublishingHousekeeping housekeeping;

    @Autowired
    private Articles articles;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private MovableClock clock;

    private Actor author;
    private Actor admin;

    @BeforeEach
    void meetPeople() {
        int run = COUNT.incrementAndGet();
        author = user(accounts, "racer" + run, Role.STUDENT);
        admin = user(accounts, "judge" + run, Role.ADMIN);
    }

    @Test
    void acceptsOneEditOfAVersion() {
        var id = published("Edited");
        var outcomes =
                Together.run(CROWD, number -> () -> writing.edit(author, id, 0, retitled("Edited by " + number)));
        assertOneWon(outcomes, KernelProblem.STALE_VERSION);
        assertThat(find(id).article().edition().version()).isEqualTo(1);
    }

    @Test
    void acceptsEitherTheDeletionOrTheEditOfAVersion() {
        var id = published("Contested");
        Callable<Object> edit = () -> writing.edit(author, id, 0, retitled("Saved"));
        Callable<Object> delete = () -> {
            lifecycle.delete(author, id, 0);
            return id;
        };
        var outcomes = Together.run(CROWD, number -> number % 2 == 0 ? edit : delete);
        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
    }

    @Test
    void archivesAnArticleOnce() {
        var id = published("Archived");
        assertOneWon(Together.run(CROWD, () -> lifecycle.archive(author, id)), PublishingProblem.ILLEGAL_TRANSITION);
        assertThat(find(id).article().edition().version()).isEqualTo(1);
    }

    @Test
    void restoresADeletedArticleOnce() {
        var id = published("Restored");
        lifecycle.delete(author, id, 0);
        assertOneWon(Together.run(CROWD, () -> lifecycle.restore(author, id)), PublishingProblem.ARTICLE_NOT_DELETED);
        assertThat(find(id).article().edition().version()).isEqualTo(2);
    }

    @Test
    void givesUniqueSlugsToARestoredArticleAndNewOnesOfItsTitle() {
        var id = published("Phoenix");
        lifecycle.delete(author, id, 0);
        var tasks = Stream.concat(
                        Stream.<Callable<Authored<ArticleDetails>>>of(() -> lifecycle.restore(author, id)),
                        Stream.<Callable<Authored<ArticleDetails>>>generate(
                                        () -> () -> writing.publish(author, text("Phoenix")))
                                .limit(CROWD - 1))
                .toList();
        var outcomes = Together.run(tasks);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        var slugs =
                outcomes.stream().map(outcome -> view(outcome).article().slug()).toList();
        assertThat(slugs).doesNotHaveDuplicates().contains("phoenix");
    }

    @Test
    void addsAFavoriteOnce() {
        var article = find(published("Liked")).article();
        var outcomes = Together.run(CROWD, () -> readers.favorite(author, article.slug()));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(find(article.id()).article().reception().favoritesCount()).isEqualTo(1);
    }

    @Test
    void followsAnAuthorOnce() {
        var outcomes = Together.run(CROWD, () -> readers.follow(admin, "racer" + COUNT.get()));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    @Test
    void publishesDueArticlesOnce() {
        var ids = IntStream.range(0, 60)
                .mapToObj(number -> scheduled("Due " + number))
                .toList();
        clock.advance(Duration.ofHours(2));
        var outcomes = Together.run(CROWD, () -> publishAllDue());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(outcomes.stream()
                        .map(outcome -> Objects.requireNonNull(outcome.value()))
                        .mapToInt(count -> count)
                        .sum())
                .isEqualTo(60);
        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(find(id).article().edition().version()).isEqualTo(2));
    }

    private int publishAllDue() {
        int published = 0;
        while (housekeeping.publishDue() > 0) {
            published++;
        }
        return published;
    }

    /** Opposite orders of keys must not deadlock. */
    @Test
    void addsAllViews() {
        var ids = IntStream.range(0, 40)
                .mapToObj(number -> published("Read " + number))
                .toList();
        var reversed = ids.reversed();
        var outcomes = Together.run(CROWD, number -> () -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status ->
                            articles.addViews(number % 2 == 0 ? ids : reversed, Collections.nCopies(ids.size(), 1L)));
            return number;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(find(id).article().edition().viewCount()).isEqualTo(CROWD));
    }

    @Test
    void hidesACommentOnce() {
        var article = find(published("Talk")).article();
        long number = comments.comment(author, article.slug(), "Rude").comment().number();
        var outcomes = Together.run(CROWD, () -> {
            comments.hide(author, article.id(), number);
            return number;
        });
        assertOneWon(outcomes, PublishingProblem.ILLEGAL_TRANSITION);
    }

    @Test
    void deletesACommentOnce() {
        var article = find(published("Small talk")).article();
        long number =
                comments.comment(author, article.slug(), "Sorry").comment().number();
        var outcomes = Together.run(CROWD, () -> {
            comments.delete(author, article.slug(), number);
            return number;
        });
        assertOneWon(outcomes, PublishingProblem.COMMENT_NOT_FOUND);
    }

    @Test
    void createsAndRenamesACategoryOnce() {
        var name = "Category " + COUNT.get();
        var made = Together.run(
                CROWD,
                number -> () -> categories.create(admin, number % 2 == 0 ? name : name.toUpperCase(Locale.ROOT)));
        assertThat(made.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(made.stream().filter(outcome -> !outcome.succeeded()))
                .allSatisfy(outcome -> assertThat(outcome.failure()).hasMessageContaining("uq_categories_name"));
        var category = categories.create(admin, "Other " + COUNT.get());
        assertOneWon(
                Together.run(CROWD, number -> () -> categories.rename(admin, category.id(), 0, name + number)),
                KernelProblem.STALE_VERSION);
    }

    private static <T> void assertOneWon(List<Outcome<T>> outcomes, ProblemType refusal) {
        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refused -> assertThat(refused.type()).isEqualTo(refusal)));
    }

    private static Authored<ArticleDetails> view(Outcome<Authored<ArticleDetails>> outcome) {
        return Objects.requireNonNull(outcome.value());
    }

    private Authored<ArticleDetails> find(ArticleId id) {
        return writing.find(admin, id);
    }

    private ArticleId published(String title) {
        return writing.publish(author, text(title)).article().id();
    }

    private ArticleId scheduled(String title) {
        var id = writing.draft(author, text(title)).article().id();
        lifecycle.schedule(author, id, clock.instant().plus(Duration.ofHours(1)));
        return id;
    }

    private static ArticleText text(String title) {
        return ArticleText.of(title, "d", "b", List.of());
    }
}
