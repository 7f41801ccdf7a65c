// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an article. Readers see published articles only. */
public enum ArticleStatus {
    /** In progress. */
    DRAFT,
    /** Published automatically at a given time. */
    SCHEDULED,
    /** Visible to everybody. */
    PUBLISHED,
    /** Withdrawn from readers and kept. */
    ARCHIVED;

    /** Transitions between statuses. */
    public static final Lifecycle<ArticleStatus> LIFECYCLE = Lifecycle.startingAt(DRAFT)
            .may(DRAFT, SCHEDULED, "scheduled")
            .may(DRAFT, PUBLISHED, "published by hand")
            .may(SCHEDULED, PUBLISHED, "due, or published by hand")
            .may(SCHEDULED, DRAFT, "schedule removed")
            .may(PUBLISHED, ARCHIVED, "archived")
            .may(ARCHIVED, PUBLISHED, "published again")
            .build();

    /** Returns true if everybody may read an article of this status. */
    public boolean isPublic() {
        return this == PUBLISHED;
    }
}
