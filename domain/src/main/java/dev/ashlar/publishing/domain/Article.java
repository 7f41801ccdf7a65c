// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;

/**
 * Article of an author.
 *
 * @param slug its name in URLs; unique among live articles
 * @param version incremented by every change of text or status
 */
public record Article(
        ArticleId id,
        String slug,
        ArticleText text,
        Filing filing,
        Publication publication,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Returns a new draft. */
    public static Article draft(ArticleId id, UserId author, ArticleText text, Instant now) {
        return new Article(id, Slug.of(text.title()), text, Filing.of(author), Publication.START, now, now, 0);
    }

    /** Returns the article published now. */
    public Article published(Instant now) {
        return new Article(id, slug, text, filing, publication.published(now), createdAt, now, version);
    }

    /**
     * Returns the article after an edit, the same article if the edit changes nothing. A new title leads to a new slug; an unchanged
     * title keeps the slug.
     */
    public Article with(ArticleEdit edit, Instant now) {
        var newText = text.with(edit);
        var newFiling = filing.with(edit);
        if (newText.equals(text) && newFiling.equals(filing)) {
            return this;
        }
        var newSlug = newText.title().equals(text.title()) ? slug : Slug.of(newText.title());
        return new Article(id, newSlug, newText, newFiling, publication, createdAt, now, version);
    }

    /** Returns the slug that a new article takes when another live article has the preferred one. */
    public String spareSlug() {
        return Slug.of(text.title(), id);
    }

    /**
     * Returns the slug that an article which is stored already takes when another live article has the preferred one. It ends with a new key:
     * that of the article is public, so that anybody may have taken the slug that ends with it.
     */
    public String spareSlug(ArticleId unused) {
        return Slug.of(text.title(), unused);
    }

    /** Returns true if readers see the article. */
    public boolean isPublished() {
        return publication.status().isPublic();
    }

    /** Returns true if the actor may change the article: its author, its editor, an administrator. */
    public boolean mayBeEditedBy(Actor actor) {
        return mayBeManagedBy(actor) || actor.userId().equals(filing.editorId());
    }

    /** Returns true if the actor may delete the article, assign its editor and change its status: its author, an administrator. */
    public boolean mayBeManagedBy(Actor actor) {
        return actor.userId().equals(filing.authorId()) || actor.isAdmin();
    }
}
