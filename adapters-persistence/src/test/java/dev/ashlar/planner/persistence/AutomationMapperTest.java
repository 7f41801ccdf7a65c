// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.job;
import static dev.ashlar.planner.domain.Automations.owner;
import static dev.ashlar.planner.domain.Automations.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.AutomationJobView;
import dev.ashlar.planner.application.AutomationViews;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationJobsContract;
import dev.ashlar.planner.domain.AutomationRuns;
import java.sql.Timestamp;
import java.util.Map;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper AutomationJobMapper.advance soft deletion", test = "movesAJobToTheTrashAndBackPaused")
@Kills(mutant = "mapper AutomationJobMapper.delete soft deletion", test = "movesAJobToTheTrashAndBackPaused")
@Kills(mutant = "mapper AutomationJobMapper.delete version", test = "movesAJobToTheTrashAndBackPaused")
@Kills(mutant = "mapper AutomationJobMapper.pauseAll soft deletion", test = "pausesAllJobsOfAPersonByAnIndex")
@Kills(mutant = "mapper AutomationJobMapper.update soft deletion", test = "movesAJobToTheTrashAndBackPaused")
class AutomationMapperTest extends AutomationJobsContract {
    @Autowired
    private AutomationJobs jobs;

    @Autowired
    private AutomationRuns runs;

    @Autowired
    private AutomationViews views;

    @Autowired
    private SqlSessionFactory sqlSessions;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected AutomationJobs jobs() {
        return jobs;
    }

    @Override
    protected AutomationRuns runs() {
        return runs;
    }

    /** No deleted job is active, but only an index of live jobs finds those of one person. */
    @Test
    void pausesAllJobsOfAPersonByAnIndex() {
        var sql = sqlSessions
                .getConfiguration()
                .getMappedStatement(AutomationJobMapper.class.getName() + ".pauseAll")
                .getBoundSql(Map.of())
                .getSql();
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        assertThat(jdbc.sql("EXPLAIN " + sql)
                        .param(Timestamp.from(NOW))
                        .param(owner().value())
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("ix_automation_jobs_owner_id_status"));
    }

    @Test
    void listsTheOwnersLiveJobsNewestFirst() {
        var first = job(plan(cron()));
        var second = job(first.ownerId(), plan(cron()));
        var deleted = job(first.ownerId(), plan(cron()));
        jobs.insert(first);
        jobs.insert(second);
        jobs.insert(deleted);
        jobs.insert(job(plan(cron())));
        jobs.delete(first.ownerId(), deleted.id(), 0, NOW);
        jobs.update(second.paused(NOW), 0);

        assertThat(views.jobs(first.ownerId(), null, null, 9))
                .extracting(AutomationJobView::id)
                .containsExactly(second.id(), first.id());
        assertThat(views.jobs(first.ownerId(), null, second.id().value(), 9))
                .extracting(AutomationJobView::id)
                .containsExactly(first.id());
        assertThat(views.jobs(first.ownerId(), AutomationJobStatus.PAUSED, null, 9))
                .extracting(AutomationJobView::id)
                .containsExactly(second.id());
        assertThat(views.jobs(
                        first.ownerId(), AutomationJobStatus.PAUSED, second.id().value(), 9))
                .isEmpty();
        assertThat(views.job(first.ownerId(), deleted.id())).isEmpty();
        assertThat(views.job(owner(), first.id())).isEmpty();
        assertThat(views.job(first.ownerId(), first.id())).hasValueSatisfying(view -> {
            assertThat(view.plan()).isEqualTo(first.plan());
            assertThat(view.state()).isEqualTo(first.state());
        });
    }
}
