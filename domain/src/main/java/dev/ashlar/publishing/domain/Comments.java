package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Optional;

/**
 * Comments. Readers know a comment by a number, which the store gives. Deleted ones are in the trash: only {@link #restore}
 * and {@link #purge} know them.
 */
public interface Comments {
    /** Stores a new comment and says its number. */
    long insert(Comment comment);

    /** A comment of this post. */
    Optional<Comment> find(ArticleId post, long number);

    /** Deletes a comment; false if somebody else was faster. */
    boolean delete(CommentId id, Instant now);

    /** Takes a comment of this post out of the trash; false if it is not there. */
    boolean restore(ArticleId post, long number, Instant now);

    /** Removes for good what was deleted before then, at most so many, and says how many. */
    int purge(Instant deletedBefore, int limit);

    /** Moves a comment from one status to the other; false if it is not in the first. */
    boolean move(CommentId id, CommentStatus from, CommentStatus to, Instant now);
}
