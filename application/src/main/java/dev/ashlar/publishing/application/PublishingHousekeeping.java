package dev.ashlar.publishing.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.Comments;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** What happens to articles by itself, one bounded batch a call. Each method returns how many it was about. */
@ApplicationService
public class PublishingHousekeeping {
    /** How long a deleted article or comment can be restored. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final Articles posts;
    private final Comments comments;
    private final ViewCounts counts;
    private final InstantSource clock;

    PublishingHousekeeping(Articles posts, Comments comments, ViewCounts counts, InstantSource clock) {
        this.posts = posts;
        this.comments = comments;
        this.counts = counts;
        this.clock = clock;
    }

    /** Publishes scheduled articles whose time has come. */
    @Job(name = "publishing.publish-due", every = "1m")
    @Transactional
    public int publishDue() {
        return posts.publishDue(clock.instant(), BATCH);
    }

    /** Removes for good what was deleted long ago. */
    @Job(name = "publishing.empty-trash", every = "24h")
    @Transactional
    public int emptyTrash() {
        var before = clock.instant().minus(TRASH_KEPT);
        return posts.purge(before, BATCH) + comments.purge(before, BATCH);
    }

    /** Writes down how often articles were read; if that fails, those readings are lost. */
    @Transactional
    public int writeViews() {
        var taken = counts.take();
        if (!taken.isEmpty()) {
            posts.addViews(taken.keySet(), taken.values()); // a map's keys and values come in the same order
        }
        return taken.size();
    }
}
