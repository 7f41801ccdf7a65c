// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.AuthorStats;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.MonthlyStats;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Comment;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Use cases of readers and administrators, with their authorization. */
@ServiceTest
class ReadersServicesTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ArticleReading reading;

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
    private AuthorStats stats;

    @Autowired
    private PublishingHousekeeping housekeeping;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private MovableClock clock;

    private int run;
    private Actor author;
    private Actor reader;
    private Actor stranger;
    private Actor admin;

    @BeforeEach
    void meetPeople() {
        run = COUNT.incrementAndGet();
        author = user(accounts, "wrote" + run, Role.STUDENT);
        reader = user(accounts, "reads" + run, Role.EXPERT);
        stranger = user(accounts, "other" + run, Role.SALES);
        admin = user(accounts, "rules" + run, Role.ADMIN);
    }

    @Test
    void addsAndRemovesFavoritesAndFollows() {
        var article = published("Liked");
        assertThat(readers.favorite(reader, article.slug())
                        .article()
                        .reception()
                        .favoritesCount())
                .isEqualTo(1);
        assertThat(readers.favorite(reader, article.slug())
                        .article()
                        .reception()
                        .favorited())
                .isTrue();
        assertThat(readers.unfavorite(reader, article.slug())
                        .article()
                        .reception()
                        .favoritesCount())
                .isZero();
        assertThat(readers.follow(reader, "WROTE" + run).following()).isTrue();
        assertThat(readers.profile("wrote" + run, reader.userId()).following()).isTrue();
        assertThat(readers.profile("wrote" + run, null).following()).isFalse();
        assertThat(reading.feed(reader.userId(), new OffsetPage(20, 0)).total()).isEqualTo(1);
        assertThat(readers.unfollow(reader, "wrote" + run).following()).isFalse();
        assertRefused(PublishingProblem.PROFILE_NOT_FOUND, () -> readers.follow(reader, "nobody-at-all"));
        var draft = writing.draft(author, text("Not yet")).article();
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> readers.favorite(reader, draft.slug()));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> readers.unfavorite(reader, draft.slug()));
    }

    @Test
    void letsAuthorsDeleteTheirCommentsAndAdministratorsRestoreThem() {
        var article = published("Discussed");
        long number = comment(article, "Well said");
        assertRefused(PublishingProblem.COMMENT_FORBIDDEN, () -> comments.delete(stranger, article.slug(), number));
        assertRefused(PublishingProblem.COMMENT_FORBIDDEN, () -> comments.delete(author, article.slug(), number));
        assertRefused(PublishingProblem.COMMENT_NOT_FOUND, () -> comments.delete(reader, article.slug(), number + 1));
        comments.delete(reader, article.slug(), number);
        assertThat(reading.comments(article.slug(), null, 0)).isEmpty();
        assertRefused(KernelProblem.FORBIDDEN, () -> comments.restore(reader, article.id(), number));
        comments.restore(admin, article.id(), number);
        assertRefused(PublishingProblem.COMMENT_NOT_DELETED, () -> comments.restore(admin, article.id(), number));
        assertThat(reading.comments(article.slug(), null, 0)).hasSize(1);
        comments.delete(admin, article.slug(), number);
        clock.advance(PublishingHousekeeping.TRASH_RETENTION.plusDays(1));
        assertThat(housekeeping.emptyTrash()).isEqualTo(1);
        assertRefused(PublishingProblem.COMMENT_NOT_DELETED, () -> comments.restore(admin, article.id(), number));
    }

    @Test
    void doesNotTellStrangersOfUnpublishedArticlesByTheirComments() {
        var draft = writing.draft(author, text("Secret " + run)).article();
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> comments.delete(stranger, draft.slug(), 1));
        assertRefused(PublishingProblem.COMMENT_NOT_FOUND, () -> comments.delete(author, draft.slug(), 1));
        var archived = published("Withdrawn");
        long number = comment(archived, "Mine");
        lifecycle.archive(author, archived.id());
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> comments.delete(stranger, archived.slug(), number));
        comments.delete(reader, archived.slug(), number);
    }

    @Test
    void endsTheListOfCommentsAfterAMillionCharacters() {
        var article = published("Endless");
        for (int written = 0; written < 101; written++) {
            comment(article, "x".repeat(Comment.MAX_BODY));
        }
        comment(article, "Not listed");
        assertThat(reading.comments(article.slug(), null, 0)).hasSize(100);
    }

    @Test
    void letsEditorsOfTheArticleHideComments() {
        var article = published("Moderated");
        long number = comment(article, "Rude");
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> comments.hide(reader, article.id(), number));
        comments.hide(author, article.id(), number);
        assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> comments.hide(author, article.id(), number));
        assertThat(reading.comments(article.slug(), null, 0)).isEmpty();
        comments.show(admin, article.id(), number);
        assertThat(reading.comments(article.slug(), reader.userId(), 0)).hasSize(1);
        var draft = writing.draft(author, text("Not yet")).article();
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> comments.hide(stranger, draft.id(), 1));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> comments.comment(reader, draft.slug(), "Early"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> comments.comment(reader, article.slug(), " "));
    }

    @Test
    void letsAdministratorsMaintainCategories() {
        assertRefused(KernelProblem.FORBIDDEN, () -> categories.create(author, "Mine"));
        var category = categories.create(admin, "Cooking " + run);
        assertThatThrownBy(() -> categories.create(admin, "COOKING " + run)).hasMessageContaining("uq_categories_name");
        assertRefused(KernelProblem.FORBIDDEN, () -> categories.rename(author, category.id(), 0, "Mine"));
        var renamed = categories.rename(admin, category.id(), 0, "Baking " + run);
        assertThat(categories.rename(admin, category.id(), 1, "Baking " + run)).isEqualTo(renamed);
        assertRefused(KernelProblem.STALE_VERSION, () -> categories.rename(admin, category.id(), 0, "Frying"));
        assertRefused(KernelProblem.STALE_VERSION, () -> categories.rename(admin, category.id(), 0, "Baking " + run));
        assertThat(categories.list(PageRequest.first()).items())
                .contains(renamed)
                .doesNotContain(category);
        assertRefused(KernelProblem.FORBIDDEN, () -> categories.delete(author, category.id(), 1));
        assertRefused(KernelProblem.STALE_VERSION, () -> categories.delete(admin, category.id(), 0));
        categories.delete(admin, category.id(), 1);
        assertRefused(PublishingProblem.CATEGORY_NOT_FOUND, () -> categories.delete(admin, category.id(), 1));
        assertThat(categories.list(PageRequest.first()).items())
                .extracting(CategoryView::id)
                .doesNotContain(category.id());
    }

    @Test
    void showsStatisticsToTheAuthorAndAdministrators() {
        published("Counted");
        assertThat(stats.monthly(author, author.userId()))
                .extracting(MonthlyStats::articles)
                .containsExactly(1L);
        assertThat(stats.monthly(admin, author.userId())).hasSize(1);
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.monthly(reader, author.userId()));
        clock.advance(Duration.ofDays(3 * 365));
        assertThat(stats.monthly(author, author.userId())).isEmpty();
    }

    @Test
    void endsListsByOffsetAtTheirReach() {
        published("Near");
        var far = reading.list(null, "wrote" + run, null, null, new OffsetPage(20, Integer.MAX_VALUE));
        assertThat(far.articles()).isEmpty();
        assertThat(far.total()).isEqualTo(1);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> new OffsetPage(101, 0));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> new OffsetPage(0, 0));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> new OffsetPage(20, -1));
    }

    private ArticleDetails published(String title) {
        return writing.publish(author, text(title + " " + run)).article();
    }

    private long comment(ArticleDetails article, String body) {
        return comments.comment(reader, article.slug(), body).comment().number();
    }

    private static ArticleText text(String title) {
        return ArticleText.of(title, "About it", "Text", List.of());
    }
}
