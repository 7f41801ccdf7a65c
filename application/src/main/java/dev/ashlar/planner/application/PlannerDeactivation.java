// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import dev.ashlar.planner.domain.CalendarFeeds;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** End of what the planner does for people whose accounts are inactive. */
@ApplicationService
public class PlannerDeactivation {
    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final CalendarFeeds feeds;
    private final People people;
    private final InstantSource clock;

    PlannerDeactivation(
            AutomationJobs jobs, AutomationRuns runs, CalendarFeeds feeds, People people, InstantSource clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.feeds = feeds;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Pauses the automation jobs of a person, cancels their open runs and ends the calendar feeds, which no login protects. Changes
     * nothing for a person who is active, as after a late event.
     */
    @Transactional
    public void deactivate(UserId person) {
        if (!people.lockDeactivated(Set.of(person)).isEmpty()) {
            var now = clock.instant();
            jobs.pauseAll(person, now);
            runs.cancelAll(person, now);
            feeds.erase(person);
        }
    }
}
