// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.Projects;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.Todos;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Trash of the planner: what people have deleted of all kinds, and its removal. */
@ApplicationService
public class TrashService {
    /** Time for which a deleted thing can be restored. */
    public static final Duration RETENTION = Duration.ofDays(30);

    private static final String LIST = "planner.trash";
    private static final int BATCH = 500;

    private final TrashViews views;
    private final Todos todos;
    private final ScheduleItems items;
    private final Projects projects;
    private final AutomationJobs jobs;
    private final InstantSource clock;

    TrashService(
            TrashViews views,
            Todos todos,
            ScheduleItems items,
            Projects projects,
            AutomationJobs jobs,
            InstantSource clock) {
        this.views = views;
        this.todos = todos;
        this.items = items;
        this.projects = projects;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Lists what the actor has deleted, last deleted first. */
    public Page<TrashView> list(Actor actor, PageRequest page) {
        var rows = views.trash(actor.userId(), page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> new Cursor(LIST, row.deletedAt() + "/" + row.id()));
    }

    /** Removes a batch of things for good after their time in the trash, and returns their number. */
    @Job(name = "planner.empty-trash", every = "24h")
    @Transactional
    public int empty() {
        var before = clock.instant().minus(RETENTION);
        return todos.purge(before, BATCH)
                + items.purge(before, BATCH)
                + projects.purge(before, BATCH)
                + jobs.purge(before, BATCH);
    }
}
