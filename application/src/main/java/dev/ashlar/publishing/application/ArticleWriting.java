package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.PublishingProblem;
import dev.ashlar.publishing.domain.TagId;
import dev.ashlar.publishing.domain.Tags;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** What authors and editors do with the text of articles. */
@ApplicationService
public class ArticleWriting {
    private final Articles posts;
    private final Tags tags;
    private final ArticleReading reading;
    private final IdSource ids;
    private final InstantSource clock;

    ArticleWriting(Articles posts, Tags tags, ArticleReading reading, IdSource ids, InstantSource clock) {
        this.posts = posts;
        this.tags = tags;
        this.reading = reading;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins an article that nobody else sees yet. */
    @Transactional
    public ArticleView draft(Actor author, ArticleText text) {
        return store(Article.draft(new ArticleId(ids.next()), author.userId(), text, clock.instant()), text);
    }

    /** Writes an article and publishes it at once, as the RealWorld API does. */
    @Transactional
    public ArticleView publish(Actor author, ArticleText text) {
        var now = clock.instant();
        var draft = Article.draft(new ArticleId(ids.next()), author.userId(), text, now);
        return store(draft.published(now), text);
    }

    /** An article as those who work on it see it. */
    public ArticleView find(Actor actor, ArticleId id) {
        return show(editable(actor, posts.find(id).orElseThrow(ArticleWriting::noSuchArticle)), actor.userId());
    }

    /** Changes an article, whatever version it has: the RealWorld API knows none. */
    @Transactional
    public ArticleView edit(Actor actor, String slug, ArticleEdit edit) {
        var before = editable(actor, posts.findBySlug(slug).orElseThrow(ArticleWriting::noSuchArticle));
        return edit(actor, before, edit, before.version());
    }

    /** Changes an article that still has the version. */
    @Transactional
    public ArticleView edit(Actor actor, ArticleId id, int version, ArticleEdit edit) {
        return edit(actor, editable(actor, posts.find(id).orElseThrow(ArticleWriting::noSuchArticle)), edit, version);
    }

    private ArticleView edit(Actor actor, Article before, ArticleEdit edit, int version) {
        if (edit.editorId().present() && !before.mayBeDecidedBy(actor)) {
            throw PublishingProblem.NOT_YOUR_POST.because("Only its author and administrators name its editor.");
        }
        var after = before.with(edit, clock.instant());
        if (posts.edit(after, after.spareSlug(), version).isEmpty()) {
            throw KernelProblem.STALE_VERSION.because("Read the article again and repeat the change.");
        }
        edit.newTags().ifPresent(names -> retag(before.id(), names));
        return show(before, actor.userId());
    }

    private ArticleView store(Article post, ArticleText text) {
        posts.insert(post, post.spareSlug());
        attach(post.id(), text.tags());
        return show(post, post.authorId());
    }

    private void retag(ArticleId id, List<String> names) {
        tags.detachAllBut(id, names);
        attach(id, names);
    }

    private void attach(ArticleId id, List<String> names) {
        if (!names.isEmpty()) {
            tags.create(names.stream().map(name -> new TagId(ids.next())).toList(), names, clock.instant());
            tags.attach(id, names);
        }
    }

    private ArticleView show(Article post, UserId reader) {
        return reading.show(post.id(), reader);
    }

    private static Article editable(Actor actor, Article post) {
        if (!post.mayBeEditedBy(actor)) {
            // Somebody else's draft is nobody's business; a published article everybody knows of.
            throw post.isPublished()
                    ? PublishingProblem.NOT_YOUR_POST.because(
                            "Only its author, its editor and administrators change it.")
                    : noSuchArticle();
        }
        return post;
    }

    private static DomainException noSuchArticle() {
        return PublishingProblem.NO_SUCH_POST.because("It was deleted, or the address is wrong.");
    }
}
