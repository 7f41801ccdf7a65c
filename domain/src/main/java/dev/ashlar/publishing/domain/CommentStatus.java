// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Lifecycle;

/** Visibility of a comment to readers. */
public enum CommentStatus {
    /** Visible to all readers of the article. */
    VISIBLE,
    /** Hidden by the author of the article, its editor or an administrator. */
    HIDDEN;

    /** Transitions between statuses. */
    public static final Lifecycle<CommentStatus> LIFECYCLE = Lifecycle.startingAt(VISIBLE)
            .may(VISIBLE, HIDDEN, "hidden by a moderator")
            .may(HIDDEN, VISIBLE, "shown again")
            .build();
}
