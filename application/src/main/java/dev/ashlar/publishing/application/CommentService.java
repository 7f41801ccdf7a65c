package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.Comment;
import dev.ashlar.publishing.domain.CommentId;
import dev.ashlar.publishing.domain.CommentStatus;
import dev.ashlar.publishing.domain.Comments;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What readers say about articles, and who may take it out of sight. */
@ApplicationService
public class CommentService {
    private final Articles posts;
    private final Comments comments;
    private final Authors authors;
    private final IdSource ids;
    private final InstantSource clock;

    CommentService(Articles posts, Comments comments, Authors authors, IdSource ids, InstantSource clock) {
        this.posts = posts;
        this.comments = comments;
        this.authors = authors;
        this.ids = ids;
        this.clock = clock;
    }

    /** Says something about a published article. */
    @Transactional
    public CommentView comment(Actor actor, String slug, @Nullable String body) {
        var post = posts.findBySlug(slug).filter(Article::isPublished).orElseThrow(CommentService::noSuchArticle);
        var now = clock.instant();
        var comment = Comment.of(new CommentId(ids.next()), post.id(), actor.userId(), body, now);
        long number = comments.insert(comment);
        var person = authors.of(List.of(actor.userId())).person(actor.userId(), false);
        return new CommentView(new ReadComment(number, comment.body(), actor.userId(), false, now, now), person);
    }

    /** Deletes a comment: its author may, and an administrator. */
    @Transactional
    public void delete(Actor actor, String slug, long number) {
        var post = posts.findBySlug(slug).orElseThrow(CommentService::noSuchArticle);
        var comment = comments.find(post.id(), number).orElseThrow(CommentService::noSuchComment);
        if (!comment.authorId().equals(actor.userId()) && actor.role() != Role.ADMIN) {
            throw PublishingProblem.NOT_YOUR_COMMENT.because("Only its author and administrators delete it.");
        }
        if (!comments.delete(comment.id(), clock.instant())) {
            throw noSuchComment();
        }
    }

    /** Takes a deleted comment out of the trash, as long as it is kept; administrators may. */
    @Transactional
    public void restore(Actor actor, ArticleId id, long number) {
        actor.requireAdmin();
        if (!comments.restore(id, number, clock.instant())) {
            throw PublishingProblem.NOT_IN_TRASH.because("It is live, or was removed for good.");
        }
    }

    /** Takes a comment out of readers' sight: those who may edit the article may. */
    @Transactional
    public void hide(Actor actor, ArticleId id, long number) {
        move(actor, id, number, CommentStatus.HIDDEN);
    }

    /** Shows a hidden comment again. */
    @Transactional
    public void show(Actor actor, ArticleId id, long number) {
        move(actor, id, number, CommentStatus.VISIBLE);
    }

    private void move(Actor actor, ArticleId id, long number, CommentStatus to) {
        var post = posts.find(id).orElseThrow(CommentService::noSuchArticle);
        if (!post.mayBeEditedBy(actor)) {
            throw post.isPublished()
                    ? PublishingProblem.NOT_YOUR_POST.because(
                            "Only those who may edit the article moderate its comments.")
                    : noSuchArticle();
        }
        var comment = comments.find(id, number).orElseThrow(CommentService::noSuchComment);
        CommentStatus.LIFECYCLE.require(comment.status(), to, PublishingProblem.ILLEGAL_TRANSITION);
        if (!comments.move(comment.id(), comment.status(), to, clock.instant())) {
            throw PublishingProblem.ILLEGAL_TRANSITION.because("Somebody else was faster; read the comments again.");
        }
    }

    private static DomainException noSuchArticle() {
        return PublishingProblem.NO_SUCH_POST.because("It was deleted, or the address is wrong.");
    }

    private static DomainException noSuchComment() {
        return PublishingProblem.NO_SUCH_COMMENT.because("It was deleted, or the number is wrong.");
    }
}
