// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Projects;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.Todos;
import org.springframework.transaction.annotation.Transactional;

/** Erasure of the planners of people. */
@ApplicationService
public class PlannerErasure {
    private final Projects projects;
    private final Friendships friendships;
    private final CalendarFeeds feeds;
    private final AutomationJobs jobs;
    private final ScheduleItems items;
    private final Todos todos;

    PlannerErasure(
            Projects projects,
            Friendships friendships,
            CalendarFeeds feeds,
            AutomationJobs jobs,
            ScheduleItems items,
            Todos todos) {
        this.projects = projects;
        this.friendships = friendships;
        this.feeds = feeds;
        this.jobs = jobs;
        this.items = items;
        this.todos = todos;
    }

    /** Removes everything of a person for good, the trash and memberships in projects of others included. May be repeated. */
    @Transactional
    public void erase(UserId person) {
        projects.erase(person);
        friendships.erase(person);
        feeds.erase(person);
        jobs.erase(person);
        items.erase(person);
        todos.erase(person);
    }
}
