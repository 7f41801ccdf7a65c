package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles. Deleted ones are in the trash: only {@link #findDeleted}, {@link #restore} and {@link #purge} know them. No two
 * live posts share a slug; where this port takes a spare slug, it is used when the wanted one is another live post's. Two who
 * want the same slug at the same instant: one breaks {@code uq_posts_slug}, and is tried again by who owns the transaction.
 */
public interface Articles {
    /** Stores a new post and says which slug it got. */
    String insert(Article post, String spareSlug);

    Optional<Article> find(ArticleId id);

    Optional<Article> findBySlug(String slug);

    /** A post in the trash. */
    Optional<Article> findDeleted(ArticleId id);

    /** Stores an edited post if it still has the version, and says which slug it got; empty if it has not. */
    Optional<String> edit(Article edited, String spareSlug, int expectedVersion);

    /**
     * Moves a post to a status if it is in one of the given ones.
     *
     * @param publishAt when a scheduled post will be published, or since when a published one is; null takes a time back. A post
     *     that has been published before keeps its first time.
     * @return whether it moved
     */
    boolean move(
            ArticleId id, Collection<ArticleStatus> from, ArticleStatus to, @Nullable Instant publishAt, Instant now);

    /** Puts a post into the trash; false if it is not live or no longer has the version. */
    boolean delete(ArticleId id, int expectedVersion, Instant now);

    /** Takes a post out of the trash and says which slug it got; empty if it is not there. */
    Optional<String> restore(ArticleId id, String spareSlug, Instant now);

    /** Publishes scheduled posts whose time has come, at most so many, and says how many. */
    int publishDue(Instant now, int limit);

    /** Removes for good what was deleted before then, at most so many, and says how many. */
    int purge(Instant deletedBefore, int limit);

    /** Adds to how often live posts were read; each post stands there once, beside its number. */
    void addViews(Collection<ArticleId> posts, Collection<Long> views);
}
