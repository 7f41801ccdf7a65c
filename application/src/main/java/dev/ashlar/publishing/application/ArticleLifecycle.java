package dev.ashlar.publishing.application;

import static dev.ashlar.publishing.domain.ArticleStatus.ARCHIVED;
import static dev.ashlar.publishing.domain.ArticleStatus.DRAFT;
import static dev.ashlar.publishing.domain.ArticleStatus.LIFECYCLE;
import static dev.ashlar.publishing.domain.ArticleStatus.PUBLISHED;
import static dev.ashlar.publishing.domain.ArticleStatus.SCHEDULED;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
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

/** What authors decide about their articles: when they are seen, and when they go. */
@ApplicationService
public class ArticleLifecycle {
    private static final String OWN = "publishing.own";
    private static final String TRASH = "publishing.trash";

    private final Articles posts;
    private final AuthorViews views;
    private final ArticleReading reading;
    private final InstantSource clock;

    ArticleLifecycle(Articles posts, AuthorViews views, ArticleReading reading, InstantSource clock) {
        this.posts = posts;
        this.views = views;
        this.reading = reading;
        this.clock = clock;
    }

    /** Publishes a draft or a scheduled article now, or brings an archived one back. */
    @Transactional
    public ArticleView publish(Actor actor, ArticleId id) {
        return move(actor, id, PUBLISHED, clock.instant());
    }

    /** Has a draft published by itself at a time to come. */
    @Transactional
    public ArticleView schedule(Actor actor, ArticleId id, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw PublishingProblem.TIME_IN_THE_PAST
                    .because("Choose a time in the future, or publish the article now.")
                    .at("/publishAt", "must be in the future");
        }
        return move(actor, id, SCHEDULED, at);
    }

    /** Takes a scheduled article's time back. */
    @Transactional
    public ArticleView unschedule(Actor actor, ArticleId id) {
        return move(actor, id, DRAFT, null);
    }

    /** Takes a published article out of sight. */
    @Transactional
    public ArticleView archive(Actor actor, ArticleId id) {
        return move(actor, id, ARCHIVED, null);
    }

    /** Puts an article into the trash, whatever version it has: the RealWorld API knows none. */
    @Transactional
    public void delete(Actor actor, String slug) {
        var post = posts.findBySlug(slug).orElseThrow(ArticleLifecycle::noSuchArticle);
        delete(actor, post, post.version());
    }

    /** Puts an article that still has the version into the trash. */
    @Transactional
    public void delete(Actor actor, ArticleId id, int version) {
        delete(actor, posts.find(id).orElseThrow(ArticleLifecycle::noSuchArticle), version);
    }

    /** Takes an article out of the trash. If its slug is another article's by now, it gets a new one. */
    @Transactional
    public ArticleView restore(Actor actor, ArticleId id) {
        var deleted = posts.findDeleted(id).or(() -> posts.find(id)).orElseThrow(ArticleLifecycle::noSuchArticle);
        var restored = posts.restore(decidable(actor, deleted).id(), deleted.spareSlug(), clock.instant());
        if (restored.isEmpty()) {
            throw PublishingProblem.NOT_IN_TRASH.because("It is live already.");
        }
        return reading.show(id, actor.userId());
    }

    /** Articles that the actor writes or edits, newest first. */
    public Page<OwnArticle> own(Actor actor, OwnFilter filter, PageRequest page) {
        var rows = views.own(actor.userId(), filter, page.afterUuid(OWN), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(OWN, row.id()));
    }

    /** The actor's articles in the trash, last deleted first. */
    public Page<DeletedArticle> trash(Actor actor, PageRequest page) {
        var rows = views.trash(actor.userId(), page.afterPlace(TRASH), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(TRASH, row.deletedAt(), row.id()));
    }

    private ArticleView move(Actor actor, ArticleId id, ArticleStatus to, @Nullable Instant publishAt) {
        decidable(actor, posts.find(id).orElseThrow(ArticleLifecycle::noSuchArticle));
        if (!posts.move(id, LIFECYCLE.before(to), to, publishAt, clock.instant())) {
            throw illegal(
                    posts.find(id).orElseThrow(ArticleLifecycle::noSuchArticle).status(), to);
        }
        return reading.show(id, actor.userId());
    }

    private static DomainException illegal(ArticleStatus from, ArticleStatus to) {
        LIFECYCLE.require(from, to, PublishingProblem.ILLEGAL_TRANSITION);
        // It may now: somebody has moved it since it refused.
        return PublishingProblem.ILLEGAL_TRANSITION.because("Somebody else has just changed it; try again.");
    }

    private void delete(Actor actor, Article post, int version) {
        if (!posts.delete(decidable(actor, post).id(), version, clock.instant())) {
            throw KernelProblem.STALE_VERSION.because("Read the article again before you delete it.");
        }
    }

    private static Article decidable(Actor actor, Article post) {
        if (!post.mayBeDecidedBy(actor)) {
            throw post.isPublished() || post.mayBeEditedBy(actor)
                    ? PublishingProblem.NOT_YOUR_POST.because("Only its author and administrators decide this.")
                    : noSuchArticle();
        }
        return post;
    }

    private static DomainException noSuchArticle() {
        return PublishingProblem.NO_SUCH_POST.because("It was deleted, or the address is wrong.");
    }
}
