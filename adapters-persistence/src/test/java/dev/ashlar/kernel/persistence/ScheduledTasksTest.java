// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Indexes of a table that db-scheduler queries, so that no rule on mappers checks them. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_scheduled_tasks_execution_time", test = "haveTheColumnsOfDbScheduler")
@Kills(mutant = "index ix_scheduled_tasks_last_heartbeat", test = "haveTheColumnsOfDbScheduler")
class ScheduledTasksTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NOT picked AND execution_time <= now() ORDER BY execution_time LIMIT 9; ix_scheduled_tasks_execution_time",
                "picked AND last_heartbeat <= now() ORDER BY last_heartbeat; ix_scheduled_tasks_last_heartbeat"
            })
    void haveTheColumnsOfDbScheduler(String condition, String index) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        var plan = jdbc.sql("EXPLAIN SELECT FROM kernel.scheduled_tasks WHERE " + condition)
                .query(String.class)
                .list();

        assertThat(plan).anyMatch(line -> line.matches(".*Index.* (using|on) " + index + " .*"));
    }
}
