// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import static dev.ashlar.publishing.domain.ArticleStatus.ARCHIVED;
import static dev.ashlar.publishing.domain.ArticleStatus.DRAFT;
import static dev.ashlar.publishing.domain.ArticleStatus.LIFECYCLE;
import static dev.ashlar.publishing.domain.ArticleStatus.PUBLISHED;
import static dev.ashlar.publishing.domain.ArticleStatus.SCHEDULED;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Publication, deletion and restoration of articles by their authors. */
@ApplicationService
public class ArticleLifecycle {
    private static final String OWN = "publishing.own";
    private static final String TRASH = "publishing.trash";

    private final Articles articles;
    private final ArticleKeeper keeper;
    private final AuthorViews views;
    private final ArticleReading reading;
    private final IdSource ids;
    private final InstantSource clock;

    ArticleLifecycle(
            Articles articles,
            ArticleKeeper keeper,
            AuthorViews views,
            ArticleReading reading,
            IdSource ids,
            InstantSource clock) {
        this.articles = articles;
        this.keeper = keeper;
        this.views = views;
        this.reading = reading;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes a draft, scheduled or archived article now. */
    @Transactional
    public Authored<ArticleDetails> publish(Actor actor, ArticleId id) {
        return move(actor, id, PUBLISHED, clock.instant());
    }

    /** Schedules a draft for publication. */
    @Transactional
    public Authored<ArticleDetails> schedule(Actor actor, ArticleId id, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw PublishingProblem.PUBLICATION_TIME_PAST
                    .because(at + " is in the past. Choose a later time, or publish the article now.")
                    .at("/publishAt", "must be in the future");
        }
        return move(actor, id, SCHEDULED, at);
    }

    /** Makes a scheduled article a draft again. */
    @Transactional
    public Authored<ArticleDetails> unschedule(Actor actor, ArticleId id) {
        return move(actor, id, DRAFT, null);
    }

    /** Withdraws a published article from readers. */
    @Transactional
    public Authored<ArticleDetails> archive(Actor actor, ArticleId id) {
        return move(actor, id, ARCHIVED, null);
    }

    /** Deletes an article regardless of its version, because the RealWorld API has none. */
    @Transactional
    public void delete(Actor actor, String slug) {
        var article = keeper.lock(slug);
        delete(actor, article, article.version());
    }

    /** Deletes an article if its version is the given one. */
    @Transactional
    public void delete(Actor actor, ArticleId id, int version) {
        delete(actor, keeper.get(id), version);
    }

    /** Restores a deleted article. If another article has its slug, it gets a new one. */
    @Transactional
    public Authored<ArticleDetails> restore(Actor actor, ArticleId id) {
        var deleted = ArticleKeeper.manageable(actor, articles.findDeleted(id).orElseGet(() -> keeper.get(id)));
        if (articles.restore(id, deleted.spareSlug(new ArticleId(ids.next())), clock.instant())
                .isEmpty()) {
            throw PublishingProblem.ARTICLE_NOT_DELETED.because(
                    "Article " + id.value() + " is keeper. There is nothing to restore.");
        }
        return reading.show(id, actor.userId());
    }

    /** Lists articles that the actor wrote or edits, newest first. A null status means any. */
    public Page<OwnArticle> own(Actor actor, @Nullable ArticleStatus status, PageRequest page) {
        var rows = views.own(actor.userId(), status, page.afterUuid(OWN), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(OWN, row.id()));
    }

    /** Lists the actor's deleted articles, last deleted first. */
    public Page<DeletedArticle> trash(Actor actor, PageRequest page) {
        var rows = views.trash(actor.userId(), page.afterPlace(TRASH), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(TRASH, row.deletedAt(), row.id()));
    }

    private Authored<ArticleDetails> move(Actor actor, ArticleId id, ArticleStatus to, @Nullable Instant publishAt) {
        ArticleKeeper.manageable(actor, keeper.get(id));
        if (!articles.move(id, LIFECYCLE.before(to), to, publishAt, clock.instant())) {
            throw illegal(keeper.get(id).publication().status(), to);
        }
        return reading.show(id, actor.userId());
    }

    private static DomainException illegal(ArticleStatus from, ArticleStatus to) {
        LIFECYCLE.require(from, to, PublishingProblem.ILLEGAL_TRANSITION, "The article");
        // The transition is allowed now: another request has changed the status since this one was refused.
        return PublishingProblem.ILLEGAL_TRANSITION.because(
                "Another request changed the article at the same time. Try again.");
    }

    private void delete(Actor actor, Article article, int version) {
        if (!articles.delete(ArticleKeeper.manageable(actor, article).id(), version, clock.instant())) {
            throw KernelProblem.stale("The article", version);
        }
    }
}
