// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ticks of automation jobs at two instances, one of which is killed among them. */
@Tag("exhaustive")
class AutomationInstancesJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int JOBS = 50;

    @TempDir
    private Path home;

    @Test
    void aTickRunsOnceThoughAnInstanceIsKilledAmongThem() {
        try (var instances = new Instances(home.resolve("home"))) {
            var psql = instances.psql();
            var first = instances.serve("first");
            var second = instances.serve("second");
            var owner = Api.at(first.address().getPort()).newcomer();
            for (int count = 0; count < JOBS; count++) {
                owner.post("/api/v1/automation-jobs", job()).is(201);
            }

            for (int round = 1; round <= 3; round++) {
                makeAllDue(psql);
                if (round == 2) {
                    await("the first ticks of the round")
                            .pollInterval(Duration.ofMillis(5))
                            .atMost(PATIENCE)
                            .until(() -> todos(psql) > JOBS);
                    runner(psql, first, second).kill();
                }
                long expected = (long) JOBS * round;
                await("all ticks of round " + round).atMost(PATIENCE).until(() -> todos(psql) >= expected);
                assertThat(todos(psql)).isEqualTo(expected);
                assertThat(count(psql, "planner.automation_runs WHERE outcome = 'succeeded'"))
                        .isEqualTo(expected);
            }
            assertThat(count(psql, "planner.automation_runs WHERE outcome <> 'succeeded'"))
                    .isZero();
        }
    }

    /** Returns the instance that runs the ticks now, or any if they are over already. */
    private static AshlarProcess runner(JdbcClient psql, AshlarProcess first, AshlarProcess second) {
        boolean firstHasIt = psql.sql(
                        "SELECT picked_by FROM kernel.scheduled_tasks WHERE task_name = 'planner.automation-tick' AND picked")
                .query(String.class)
                .list()
                .contains("first");
        return firstHasIt ? first : second;
    }

    private static void makeAllDue(JdbcClient psql) {
        psql.sql("UPDATE planner.automation_jobs SET next_run_at = now() WHERE name = 'Robot'")
                .update();
        psql.sql("UPDATE kernel.scheduled_tasks SET execution_time = now()"
                        + " WHERE task_name = 'planner.automation-tick' AND NOT picked")
                .update();
    }

    private static long todos(JdbcClient psql) {
        return count(psql, "planner.todos WHERE title = 'By a robot'");
    }

    private static long count(JdbcClient psql, String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }

    private static Map<String, Object> job() {
        return Map.of(
                "name",
                "Robot",
                "schedule",
                Map.of(
                        "scheduleType",
                        "interval",
                        "runAt",
                        Instant.now().plusSeconds(86_400).toString(),
                        "intervalSeconds",
                        86_400,
                        "zone",
                        "UTC"),
                "missedTicks",
                "run_once",
                "action",
                "create_todo",
                "payload",
                Map.of("todo", Map.of("title", "By a robot", "priority", 0)));
    }
}
