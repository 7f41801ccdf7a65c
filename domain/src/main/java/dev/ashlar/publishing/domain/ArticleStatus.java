package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Lifecycle;

/** How far a post has come. Only a published one is seen by readers. */
public enum ArticleStatus {
    /** Being written. */
    DRAFT,
    /** Ready; is published by itself when its time comes. */
    SCHEDULED,
    /** Read by everybody. */
    PUBLISHED,
    /** Taken out of sight, and kept. */
    ARCHIVED;

    /** Which status may follow which. */
    public static final Lifecycle<ArticleStatus> LIFECYCLE = Lifecycle.startingAt(DRAFT)
            .may(DRAFT, SCHEDULED, "given a time")
            .may(DRAFT, PUBLISHED, "published by hand")
            .may(SCHEDULED, PUBLISHED, "its time came, or by hand")
            .may(SCHEDULED, DRAFT, "time taken back")
            .may(PUBLISHED, ARCHIVED, "out of date")
            .may(ARCHIVED, PUBLISHED, "brought back")
            .build();

    /** Whether everybody may read it. */
    public boolean isReadByAll() {
        return this == PUBLISHED;
    }
}
