// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.publishing.domain.Writings.assigning;
import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.domain.Writings.tagged;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Use cases of authors and editors, with their authorization. */
@ServiceTest
class ArticleServicesTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ArticleReading reading;

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
    private Actor editor;
    private Actor stranger;
    private Actor admin;

    @BeforeEach
    void meetPeople() {
        int run = COUNT.incrementAndGet();
        author = user(accounts, "author" + run, Role.STUDENT);
        editor = user(accounts, "editor" + run, Role.EXPERT);
        stranger = user(accounts, "stranger" + run, Role.SALES);
        admin = user(accounts, "admin" + run, Role.ADMIN);
    }

    @Test
    void hidesADraftFromOthers() {
        var id = draft("Secret");
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> reading.article(slug(id), author.userId()));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> reading.comments(slug(id), author.userId(), 0));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> writing.find(stranger, id));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> writing.edit(stranger, id, 0, retitled("Mine")));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> lifecycle.publish(stranger, id));
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> lifecycle.delete(stranger, id, 0));
        assertThat(writing.find(author, id).article().publication().status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(writing.find(admin, id).article().publication().status()).isEqualTo(ArticleStatus.DRAFT);
    }

    @Test
    void letsAnEditorChangeTheTextOnly() {
        var id = published("Edited");
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> writing.edit(editor, id, 0, retitled("Too early")));
        var nobody = new UserId(UUID.randomUUID());
        assertRefused(KernelProblem.INVALID_REQUEST, () -> writing.edit(author, id, 0, assigning(nobody)));
        writing.edit(author, id, 0, assigning(editor.userId()));
        assertThat(writing.edit(editor, id, 1, retitled("Better"))
                        .article()
                        .text()
                        .title())
                .isEqualTo("Better");
        assertRefused(
                PublishingProblem.ARTICLE_FORBIDDEN, () -> writing.edit(editor, id, 2, assigning(stranger.userId())));
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> lifecycle.archive(editor, id));
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> lifecycle.delete(editor, id, 2));
        assertThat(lifecycle.own(editor, null, PageRequest.first()).items())
                .extracting(OwnArticle::id)
                .containsExactly(id);
    }

    @Test
    void refusesChangesToAnArticleOfAnotherAuthor() {
        var id = published("Public");
        assertThat(reading.article(slug(id), null).article().text().title()).isEqualTo("Public");
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> writing.edit(stranger, slug(id), retitled("Mine")));
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> lifecycle.delete(stranger, slug(id)));
        lifecycle.delete(admin, slug(id));
        assertRefused(PublishingProblem.ARTICLE_FORBIDDEN, () -> lifecycle.restore(stranger, id));
    }

    @Test
    void refusesAnEditOfAStaleVersion() {
        var id = published("Versions");
        writing.edit(author, id, 0, retitled("First"));
        assertRefused(KernelProblem.STALE_VERSION, () -> writing.edit(author, id, 0, retitled("Second")));
        assertRefused(KernelProblem.STALE_VERSION, () -> lifecycle.delete(author, id, 0));
        assertThat(writing.find(author, id).article().text().title()).isEqualTo("First");
    }

    @Test
    void keepsVersionAndTimeInAnEditThatChangesNothing() {
        var before = writing.find(author, published("Same")).article();
        assertThat(writing.edit(author, before.slug(), retitled("Same")).article())
                .isEqualTo(before);
        assertThat(writing.edit(author, before.id(), 0, retitled("Same")).article())
                .isEqualTo(before);
        assertRefused(KernelProblem.STALE_VERSION, () -> writing.edit(author, before.id(), 1, retitled("Same")));
    }

    @Test
    void keepsReplacesAndRemovesTags() {
        var article = writing.publish(author, ArticleText.of("Tagged", "d", "b", List.of("one", "two")));
        var id = article.article().id();
        assertThat(article.article().text().tags()).containsExactly("one", "two");
        assertThat(writing.edit(author, id, 0, retitled("Tagged 2"))
                        .article()
                        .text()
                        .tags())
                .containsExactly("one", "two");
        assertThat(writing.edit(author, id, 1, tagged("three", "one"))
                        .article()
                        .text()
                        .tags())
                .containsExactly("three", "one");
        assertThat(writing.edit(author, id, 2, tagged()).article().text().tags())
                .isEmpty();
    }

    @Test
    void refusesIllegalTransitions() {
        var id = draft("Moves");
        assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> lifecycle.archive(author, id));
        assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> lifecycle.unschedule(author, id));
        lifecycle.publish(author, id);
        assertThat(assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> lifecycle.publish(author, id)))
                .hasMessageContaining("published");
        lifecycle.archive(author, id);
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> reading.article(slug(id), author.userId()));
        assertThat(lifecycle.publish(author, id).article().publication().status())
                .isEqualTo(ArticleStatus.PUBLISHED);
    }

    @Test
    void publishesAScheduledArticleWhenItIsDue() {
        var id = draft("Tomorrow");
        var at = clock.instant().plus(Duration.ofHours(1));
        assertRefused(PublishingProblem.PUBLICATION_TIME_PAST, () -> lifecycle.schedule(author, id, clock.instant()));
        lifecycle.schedule(author, id, at);
        assertThat(housekeeping.publishDue()).isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(housekeeping.publishDue()).isEqualTo(1);
        var article = reading.article(slug(id), null).article();
        assertThat(article.publication().publishedAt()).isEqualTo(at);
    }

    @Test
    void restoresADeletedArticleUntilItIsPurged() {
        var id = published("Deleted");
        lifecycle.delete(author, id, 0);
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> writing.find(author, id));
        assertThat(lifecycle.trash(author, PageRequest.first()).items())
                .extracting(DeletedArticle::id)
                .containsExactly(id);
        assertThat(lifecycle.trash(stranger, PageRequest.first()).items()).isEmpty();
        lifecycle.restore(author, id);
        assertRefused(PublishingProblem.ARTICLE_NOT_DELETED, () -> lifecycle.restore(author, id));
        lifecycle.delete(author, id, 2);
        assertThat(housekeeping.emptyTrash()).isZero();
        clock.advance(PublishingHousekeeping.TRASH_RETENTION.plusDays(1));
        assertThat(housekeeping.emptyTrash()).isEqualTo(1);
        assertRefused(PublishingProblem.ARTICLE_NOT_FOUND, () -> lifecycle.restore(author, id));
    }

    @Test
    void givesTheSlugOfADeletedArticleToANewOne() {
        var first = published("Reused");
        lifecycle.delete(author, first, 0);
        var second = published("Reused");
        assertThat(slug(second)).isEqualTo("reused");
        published("Reused " + first.value().toString().substring(24)); // keys are public
        assertThat(lifecycle.restore(author, first).article().slug()).startsWith("reused-");
    }

    @Test
    void listsNothingForAnUnknownUsername() {
        published("Known");
        assertThat(reading.list(null, "nobody-at-all", null, null, new OffsetPage(20, 0))
                        .articles())
                .isEmpty();
        assertThat(reading.list(null, "AUTHOR" + COUNT.get(), null, null, new OffsetPage(20, 0))
                        .articles())
                .extracting(Authored::article)
                .extracting(article -> article.slug())
                .containsExactly("known");
    }

    @Test
    void countsViewsAndStoresThemLater() {
        var id = published("Counted");
        reading.article(slug(id), null);
        reading.article(slug(id), stranger.userId());
        assertThat(writing.find(author, id).article().edition().viewCount()).isZero();
        housekeeping.writeViews();
        assertThat(housekeeping.writeViews()).isZero();
        assertThat(writing.find(author, id).article().edition().viewCount()).isEqualTo(2);
    }

    private ArticleId draft(String title) {
        return writing.draft(author, text(title)).article().id();
    }

    private ArticleId published(String title) {
        return writing.publish(author, text(title)).article().id();
    }

    private static ArticleText text(String title) {
        return ArticleText.of(title, "About " + title, "Text of " + title, List.of());
    }

    private String slug(ArticleId id) {
        return writing.find(admin, id).article().slug();
    }
}
