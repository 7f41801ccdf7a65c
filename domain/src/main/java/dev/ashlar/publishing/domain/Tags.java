package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.List;

/**
 * By which words posts are found. What tags a post has, and in which order, the {@link Article} itself says; whoever stores a
 * post with other tags keeps this in step, in the same transaction.
 */
public interface Tags {
    /** Makes those of these tags that there are not yet; each has its own name and the id to be made under. */
    void create(List<TagId> ids, List<String> names, Instant now);

    /** Has a live post found by these tags, all of which there are, and by those it was found by already. */
    void attach(ArticleId post, List<String> names);

    /** Has a post found by none but these tags. */
    void detachAllBut(ArticleId post, List<String> names);
}
