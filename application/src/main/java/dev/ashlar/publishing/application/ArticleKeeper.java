// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.PublishingProblem;
import org.springframework.stereotype.Component;

/**
 * Lookup of articles with the check that the actor may use them. An unpublished article that the actor may not edit is not found, so
 * that drafts stay secret; a published one is forbidden. Runs in the caller's transaction.
 */
@Component
class ArticleKeeper {
    private final Articles articles;

    ArticleKeeper(Articles articles) {
        this.articles = articles;
    }

    Article get(ArticleId id) {
        return articles.find(id).orElseThrow(() -> notFound(id));
    }

    Article get(String slug) {
        return articles.findBySlug(slug).orElseThrow(() -> notFound(slug));
    }

    /** Returns the article in its latest version, which nobody else changes until the transaction ends. */
    Article lock(String slug) {
        return articles.lockBySlug(slug).orElseThrow(() -> notFound(slug));
    }

    Article published(String slug) {
        return articles.findBySlug(slug).filter(Article::isPublished).orElseThrow(() -> notFound(slug));
    }

    /** Returns the article if the actor may edit it; {@code rule} says who may. */
    static Article editable(Actor actor, Article article, String rule) {
        return checked(article, article.mayBeEditedBy(actor), article.isPublished(), rule);
    }

    /** Returns the article if the actor may manage it. */
    static Article manageable(Actor actor, Article article) {
        return checked(
                article,
                article.mayBeManagedBy(actor),
                article.isPublished() || article.mayBeEditedBy(actor),
                "Only its author or an administrator can publish, schedule, archive, delete or restore it.");
    }

    /** Refuses an actor for whom the article does not exist. */
    static void requireVisible(Actor actor, Article article) {
        if (!article.isPublished() && !article.mayBeEditedBy(actor)) {
            throw notFound(article.slug());
        }
    }

    private static Article checked(Article article, boolean allowed, boolean known, String rule) {
        if (allowed) {
            return article;
        }
        throw known ? forbidden(article, rule) : notFound(article.id());
    }

    static DomainException forbidden(Article article, String rule) {
        return PublishingProblem.ARTICLE_FORBIDDEN.because(
                "Article " + article.id().value() + " belongs to another author. " + rule);
    }

    static DomainException notFound(ArticleId id) {
        return PublishingProblem.ARTICLE_NOT_FOUND.because(
                "Article " + id.value() + " does not exist or was deleted. Check the id.");
    }

    static DomainException notFound(String slug) {
        return PublishingProblem.ARTICLE_NOT_FOUND.because("No published article has the slug " + slug
                + ". Check the slug; the article may have been deleted or renamed.");
    }
}
