// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Optional;

/**
 * Comments. Clients identify a comment by a number that the store assigns. Deleted comments are in the trash, which only
 * {@link #restore} and {@link #purge} read.
 */
public interface Comments {
    /** Stores a new comment and returns its number. */
    long insert(Comment comment);

    /** Finds a comment of this article. */
    Optional<Comment> find(ArticleId article, long number);

    /** Puts a comment into the trash; returns false if it is there already. */
    boolean delete(CommentId id, Instant now);

    /** Takes a comment of this article out of the trash; returns false if it is not there. */
    boolean restore(ArticleId article, long number, Instant now);

    /** Removes comments deleted before a time for good, at most {@code limit}, and returns their number. */
    int purge(Instant deletedBefore, int limit);

    /** Changes the status of a comment; returns false if its status is not {@code from}. */
    boolean move(CommentId id, CommentStatus from, CommentStatus to, Instant now);
}
