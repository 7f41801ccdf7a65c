package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.PostId;
import java.time.Instant;
import java.util.Optional;

/** Comments that are not deleted. Readers know a comment by a number, which the database gives. */
public interface Comments {
    /** Stores a new comment and says its number. */
    long insert(Comment comment);

    /** A comment of this post. */
    Optional<Comment> find(PostId post, long number);

    /** Deletes a comment; false if somebody else was faster. */
    boolean delete(CommentId id, Instant now);

    /** Moves a comment from one status to the other; false if it is not in the first. */
    boolean move(CommentId id, CommentStatus from, CommentStatus to, Instant now);
}
