package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Lifecycle;

/** Whether readers see a comment. */
public enum CommentStatus {
    /** Seen by everybody who reads the post. */
    VISIBLE,
    /** Taken out of sight by the post's author, its editor or an administrator. */
    HIDDEN;

    /** Which status may follow which. */
    public static final Lifecycle<CommentStatus> LIFECYCLE = Lifecycle.startingAt(VISIBLE)
            .may(VISIBLE, HIDDEN, "moderated")
            .may(HIDDEN, VISIBLE, "moderation taken back")
            .build();
}
