// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.job;
import static dev.ashlar.planner.domain.Automations.owner;
import static dev.ashlar.planner.domain.Automations.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.AutomationRunView;
import dev.ashlar.planner.application.AutomationViews;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import dev.ashlar.planner.domain.AutomationRunsContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class AutomationRunMapperTest extends AutomationRunsContract {
    @Autowired
    private AutomationJobs jobs;

    @Autowired
    private AutomationRuns runs;

    @Autowired
    private AutomationViews views;

    @Override
    protected AutomationJobs jobs() {
        return jobs;
    }

    @Override
    protected AutomationRuns runs() {
        return runs;
    }

    @Test
    void listsTheRunsOfAJobNewestFirst() {
        var job = job(calling(cron()));
        var other = job(job.ownerId(), calling(cron()));
        jobs.insert(job);
        jobs.insert(other);
        var first = run(job, NOW).succeeded(Duration.ofMillis(12));
        var second = run(job, NOW.plus(HOUR));
        runs.insert(first);
        runs.insert(second);
        runs.insert(run(other, NOW));

        assertThat(views.runs(job.ownerId(), job.id(), null, 9))
                .extracting(AutomationRunView::id)
                .containsExactly(second.id(), first.id());
        assertThat(views.runs(job.ownerId(), job.id(), NOW.plus(HOUR), 9))
                .singleElement()
                .satisfies(view -> assertThat(view.progress()).isEqualTo(first.progress()));
        assertThat(views.runs(owner(), job.id(), null, 9)).isEmpty();
    }
}
