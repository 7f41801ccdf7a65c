// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Comment;
import dev.ashlar.publishing.domain.CommentId;
import dev.ashlar.publishing.domain.CommentStatus;
import dev.ashlar.publishing.domain.Comments;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Comments of readers and their moderation. */
@ApplicationService
public class CommentService {
    private final ArticleKeeper keeper;
    private final Comments comments;
    private final ArticleViews views;
    private final IdSource ids;
    private final InstantSource clock;

    CommentService(ArticleKeeper keeper, Comments comments, ArticleViews views, IdSource ids, InstantSource clock) {
        this.keeper = keeper;
        this.comments = comments;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a comment to a published article. */
    @Transactional
    public CommentView comment(Actor actor, String slug, @Nullable String body) {
        var author = actor.userId();
        var now = clock.instant();
        var comment =
                Comment.of(new CommentId(ids.next()), keeper.published(slug).id(), author, body, now);
        long number = comments.insert(comment);
        return new CommentView(
                new CommentDetails(number, comment.body(), author, false, now, now),
                views.byline(author).of(author, false));
    }

    /** Deletes a comment of the actor, or any comment if the actor is an administrator. */
    @Transactional
    public void delete(Actor actor, String slug, long number) {
        var article = keeper.get(slug);
        var found = comments.find(article.id(), number);
        if (found.filter(own -> own.authorId().equals(actor.userId())).isEmpty()) {
            ArticleKeeper.requireVisible(actor, article);
        }
        var comment = found.orElseThrow(() -> notFound(number));
        if (!comment.authorId().equals(actor.userId()) && !actor.isAdmin()) {
            throw PublishingProblem.COMMENT_FORBIDDEN.because("Comment " + number
                    + " belongs to another author. Only its author or an administrator can delete it.");
        }
        if (!comments.delete(comment.id(), clock.instant())) {
            throw notFound(number);
        }
    }

    /** Restores a deleted comment; for administrators, until it is purged. */
    @Transactional
    public void restore(Actor actor, ArticleId id, long number) {
        actor.requireAdmin();
        if (!comments.restore(id, number, clock.instant())) {
            throw PublishingProblem.COMMENT_NOT_DELETED.because(
                    "Comment " + number + " is live or was removed for good. There is nothing to restore.");
        }
    }

    /** Hides a comment from readers; for those who may edit the article. */
    @Transactional
    public void hide(Actor actor, ArticleId id, long number) {
        move(actor, id, number, CommentStatus.HIDDEN);
    }

    /** Shows a hidden comment to readers again. */
    @Transactional
    public void show(Actor actor, ArticleId id, long number) {
        move(actor, id, number, CommentStatus.VISIBLE);
    }

    private void move(Actor actor, ArticleId id, long number, CommentStatus to) {
        ArticleKeeper.editable(
                actor, keeper.get(id), "Only its author, its editor or an administrator can moderate its comments.");
        var comment = find(id, number);
        CommentStatus.LIFECYCLE.require(
                comment.status(), to, PublishingProblem.ILLEGAL_TRANSITION, "Comment " + number);
        if (!comments.move(comment.id(), comment.status(), to, clock.instant())) {
            throw PublishingProblem.ILLEGAL_TRANSITION.because(
                    "Another request changed comment " + number + " at the same time. Read the comments again.");
        }
    }

    private Comment find(ArticleId article, long number) {
        return comments.find(article, number).orElseThrow(() -> notFound(number));
    }

    private static DomainException notFound(long number) {
        return PublishingProblem.COMMENT_NOT_FOUND.because(
                "The article has no comment " + number + ". Check the number; the comment may have been deleted.");
    }
}
