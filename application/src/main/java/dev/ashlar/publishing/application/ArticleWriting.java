// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.TagId;
import dev.ashlar.publishing.domain.Tags;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Creation and editing of articles by authors and editors. */
@ApplicationService
public class ArticleWriting {
    private static final String EDITORS = "Only its author, its editor or an administrator can change it.";

    private final Articles articles;
    private final ArticleKeeper keeper;
    private final Tags tags;
    private final People people;
    private final ArticleReading reading;
    private final IdSource ids;
    private final InstantSource clock;

    ArticleWriting(
            Articles articles,
            ArticleKeeper keeper,
            Tags tags,
            People people,
            ArticleReading reading,
            IdSource ids,
            InstantSource clock) {
        this.articles = articles;
        this.keeper = keeper;
        this.tags = tags;
        this.people = people;
        this.reading = reading;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a draft. */
    @Transactional
    public Authored<ArticleDetails> draft(Actor author, ArticleText text) {
        return store(Article.draft(new ArticleId(ids.next()), author.userId(), text, clock.instant()));
    }

    /** Creates an article and publishes it at once, as the RealWorld API does. */
    @Transactional
    public Authored<ArticleDetails> publish(Actor author, ArticleText text) {
        var now = clock.instant();
        return store(Article.draft(new ArticleId(ids.next()), author.userId(), text, now)
                .published(now));
    }

    /** Finds an article for its author, its editor or an administrator. */
    public Authored<ArticleDetails> find(Actor actor, ArticleId id) {
        return show(ArticleKeeper.editable(actor, keeper.get(id), EDITORS), actor.userId());
    }

    /** Edits an article regardless of its version, because the RealWorld API has none. */
    @Transactional
    public Authored<ArticleDetails> edit(Actor actor, String slug, ArticleEdit edit) {
        var before = keeper.lock(slug);
        return edit(actor, before, edit, before.version());
    }

    /** Edits an article if its version is the given one. An edit that changes nothing keeps version and time. */
    @Transactional
    public Authored<ArticleDetails> edit(Actor actor, ArticleId id, int version, ArticleEdit edit) {
        return edit(actor, keeper.get(id), edit, version);
    }

    private Authored<ArticleDetails> edit(Actor actor, Article found, ArticleEdit edit, int version) {
        var before = ArticleKeeper.editable(actor, found, EDITORS);
        if (edit.editorId().present() && !before.mayBeManagedBy(actor)) {
            throw ArticleKeeper.forbidden(before, "Only its author or an administrator can assign its editor.");
        }
        requireUser(edit.editorId().value());
        var after = before.with(edit, clock.instant());
        boolean isStored = after.equals(before)
                ? before.version() == version
                : articles.edit(after, after.spareSlug(new ArticleId(ids.next())), version)
                        .isPresent();
        if (!isStored) {
            throw KernelProblem.stale("The article", version);
        }
        if (!after.text()
                .tags()
                .equals(before.text().tags())) { // otherwise nothing is locked, and another edit may change them
            index(after);
        }
        return show(after, actor.userId());
    }

    private void requireUser(@Nullable UserId editor) {
        boolean isUser = editor == null || !people.profiles(List.of(editor)).isEmpty();
        Fields.require(isUser, "/editorId", "must be the id of a user");
    }

    private Authored<ArticleDetails> store(Article article) {
        articles.insert(article, article.spareSlug());
        if (!article.text().tags().isEmpty()) {
            index(article);
        }
        return show(article, article.filing().authorId());
    }

    private void index(Article article) {
        var names = article.text().tags();
        tags.create(names.stream().map(name -> new TagId(ids.next())).toList(), names, clock.instant());
        tags.index(article.id(), names);
    }

    private Authored<ArticleDetails> show(Article article, UserId reader) {
        return reading.show(article.id(), reader);
    }
}
