// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Projects;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.Todos;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@link PlannerErasure}. */
@ApplicationService
public class PlannerErasureService {
    private static final int BATCH = 1000;

    private final Projects projects;
    private final Friendships friendships;
    private final CalendarFeeds feeds;
    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final ScheduleItems items;
    private final Todos todos;

    PlannerErasureService(
            Projects projects,
            Friendships friendships,
            CalendarFeeds feeds,
            AutomationJobs jobs,
            AutomationRuns runs,
            ScheduleItems items,
            Todos todos) {
        this.projects = projects;
        this.friendships = friendships;
        this.feeds = feeds;
        this.jobs = jobs;
        this.runs = runs;
        this.items = items;
        this.todos = todos;
    }

    /** Removes a batch of what a person may have any number of; returns its size. Items go first, because they refer to todos. */
    @Transactional
    public int eraseSome(UserId person) {
        return runs.erase(person, BATCH) + items.erase(person, BATCH) + todos.erase(person, BATCH);
    }

    /** Removes everything else of a person. */
    @Transactional
    public void eraseRest(UserId person) {
        projects.erase(person);
        friendships.erase(person);
        feeds.erase(person);
        jobs.erase(person);
    }
}
