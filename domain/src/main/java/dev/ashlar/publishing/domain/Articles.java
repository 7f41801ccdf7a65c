// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles. Deleted articles are in the trash, which only {@link #findDeleted}, {@link #restore} and {@link #purge} read. No two live
 * articles share a slug: methods with a spare slug store it when another live article has the preferred one. If two transactions take
 * the same slug at once, one breaks {@code uq_posts_slug} and is retried by the application.
 */
public interface Articles {
    /** Stores a new article and returns its slug. */
    String insert(Article article, String spareSlug);

    Optional<Article> find(ArticleId id);

    Optional<Article> findBySlug(String slug);

    /** Finds an article and keeps others from changing it until the transaction ends. */
    Optional<Article> lockBySlug(String slug);

    /** Finds an article in the trash. */
    Optional<Article> findDeleted(ArticleId id);

    /** Stores an edited article if the stored version is the expected one, and returns its slug; empty otherwise. */
    Optional<String> edit(Article edited, String spareSlug, int expectedVersion);

    /**
     * Changes the status of an article if it has one of the given statuses. The first time of publication is kept.
     *
     * @param publishAt planned time of a scheduled article, or time of publication; null removes a planned time
     * @return true if the status changed
     */
    boolean move(
            ArticleId id, Collection<ArticleStatus> from, ArticleStatus to, @Nullable Instant publishAt, Instant now);

    /** Puts an article into the trash; returns false if it is not live or has another version. */
    boolean delete(ArticleId id, int expectedVersion, Instant now);

    /** Puts up to {@code limit} drafts and scheduled articles of an author into the trash; returns their number. */
    int deleteUnpublishedOf(UserId author, Instant now, int limit);

    /** Takes up to {@code limit} articles out of a category, those in the trash included; returns their number. Versions stay. */
    int leaveCategory(CategoryId category, int limit);

    /** Takes an article out of the trash and returns its slug; empty if it is not there. */
    Optional<String> restore(ArticleId id, String spareSlug, Instant now);

    /**
     * Publishes the scheduled article that has been due for the longest time and that no other transaction has locked. It is one only,
     * because it locks the counts of its author and of its tags: a transaction of several would lock them in another order than a
     * transaction of one, and both would deadlock.
     *
     * @return true if one was due
     */
    boolean publishNextDue(Instant now);

    /** Removes articles deleted before a time for good, at most {@code limit}, and returns their number. */
    int purge(Instant deletedBefore, int limit);

    /** Adds views to live articles; {@code views} holds the number for each article, which occurs once. */
    void addViews(Collection<ArticleId> articles, Collection<Long> views);
}
