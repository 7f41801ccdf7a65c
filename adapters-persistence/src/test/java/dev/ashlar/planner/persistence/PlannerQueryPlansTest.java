// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** There is an index for every way in which the rows of the planner are looked for. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_automation_jobs_owner_id", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_automation_jobs_owner_id_deleted_at", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_friendships_addressee_id", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_friendships_requester_id", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_projects_owner_id", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_projects_owner_id_deleted_at", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_schedule_items_owner_id_deleted_at", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_todos_owner_id_deleted_at", test = "usesAnIndexForEachQuery")
@Kills(mutant = "index ix_todos_owner_id_status_position", test = "usesAnIndexForEachQuery")
class PlannerQueryPlansTest {
    private static final String TRASH =
            " WHERE owner_id = ID AND deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT 9; ix_";

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "todos WHERE owner_id = ID AND status = 'open' AND deleted_at IS NULL ORDER BY position LIMIT 9;"
                        + " ix_todos_owner_id_status_position",
                "todos WHERE owner_id = ID AND status = 'open' AND deleted_at IS NULL ORDER BY due_on, id LIMIT 9;"
                        + " ix_todos_owner_id_status_due_on",
                "automation_jobs WHERE owner_id = ID AND deleted_at IS NULL AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_automation_jobs_owner_id",
                "automation_jobs WHERE owner_id = ID AND deleted_at IS NULL AND status = 'paused' ORDER BY id DESC LIMIT 9;"
                        + " ix_automation_jobs_owner_id_status",
                "friendships WHERE requester_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_friendships_requester_id",
                "friendships WHERE addressee_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_friendships_addressee_id",
                "projects WHERE owner_id = ID; ix_projects_owner_id",
                "todos" + TRASH + "todos_owner_id_deleted_at",
                "schedule_items" + TRASH + "schedule_items_owner_id_deleted_at",
                "projects" + TRASH + "projects_owner_id_deleted_at",
                "automation_jobs" + TRASH + "automation_jobs_owner_id_deleted_at"
            })
    void usesAnIndexForEachQuery(String query, String index) {
        QueryPlans.assertIndex(jdbc, "planner." + query, index);
    }
}
