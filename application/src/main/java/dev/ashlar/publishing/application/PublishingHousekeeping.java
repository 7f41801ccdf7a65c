// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.Comments;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Scheduled work on articles. Each method handles one bounded batch and returns its number of rows. */
@ApplicationService
public class PublishingHousekeeping {
    /** Time for which a deleted article or comment can be restored. */
    public static final Duration TRASH_RETENTION = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final Articles articles;
    private final Comments comments;
    private final ViewCounts counts;
    private final InstantSource clock;

    PublishingHousekeeping(Articles articles, Comments comments, ViewCounts counts, InstantSource clock) {
        this.articles = articles;
        this.comments = comments;
        this.counts = counts;
        this.clock = clock;
    }

    /** Publishes the next scheduled article that is due. */
    @Job(name = "publishing.publish-due", every = "1m")
    @Transactional
    public int publishDue() {
        return articles.publishNextDue(clock.instant()) ? 1 : 0;
    }

    /** Removes articles and comments for good after their time in the trash. */
    @Job(name = "publishing.empty-trash", every = "24h")
    @Transactional
    public int emptyTrash() {
        var before = clock.instant().minus(TRASH_RETENTION);
        return articles.purge(before, BATCH) + comments.purge(before, BATCH);
    }

    /** Puts a batch of articles of a deleted user into the trash that were not published yet; returns its size. */
    @Transactional
    public int deleteUnpublishedOf(UserId author) {
        return articles.deleteUnpublishedOf(author, clock.instant(), BATCH);
    }

    /** Stores the views counted in memory; if this fails, they are lost. */
    @Transactional
    public int writeViews() {
        var taken = counts.take();
        if (!taken.isEmpty()) {
            articles.addViews(taken.keySet(), taken.values()); // keys and values of a map have the same order
        }
        return taken.size();
    }
}
