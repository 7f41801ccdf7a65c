// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of operations and sync that succeed. */
final class OperationsSuccesses implements ContextSuccesses {
    private static final String OPERATIONS = "/api/v1/operations";
    private static final String ENTRIES = OPERATIONS + "/system-metadata";
    private static final String SYNC = OPERATIONS + "/sync";

    private final Api nobody;
    private final Api admin;
    private final JdbcClient psql;

    OperationsSuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
        this.psql = stage.databases().database().psql();
    }

    @Override
    public void addTo(Successes all) {
        all.add("GET /problems/{code}", () -> by(nobody, "request.invalid"))
                .add("POST " + OPERATIONS + "/events/{id}/retry", () -> by(admin, failedEvent()))
                .add("POST " + OPERATIONS + "/incidents/{id}/close", () -> by(admin, incident()))
                .add("POST " + OPERATIONS + "/jobs/{name}/run", () -> by(admin, job()))
                .add("POST " + ENTRIES, () -> by(admin).with("/key", Campus.code()))
                .add("POST " + SYNC + "/{source}", () -> {
                    endRuns();
                    return by(admin, "mrtest");
                })
                .add("GET " + SYNC + "/runs/{id}", () -> {
                    endRuns();
                    return by(admin, Mentoring.id(admin.post(SYNC + "/mrtest", Map.of())));
                });
        for (var method : new String[] {"GET ", "PUT ", "DELETE "}) {
            all.add(method + ENTRIES + "/{key}", () -> {
                var entry = Map.of("key", Campus.code(), "value", 1, "description", "A fact.");
                return by(admin, Campus.id(admin.post(ENTRIES, entry).header("Location")));
            });
        }
    }

    private void endRuns() {
        psql.sql("DELETE FROM sync.sync_runs").update();
    }

    private String failedEvent() {
        var id = UUID.randomUUID();
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (?, 'test.nobody', 'dev.ashlar.Nothing', '{}', now(), 'FAILED', 20, now())""").param(id).update();
        return id.toString();
    }

    private String incident() {
        var id = UUID.randomUUID();
        psql.sql("""
                        INSERT INTO operations.incidents (id, component, cause, created_at, updated_at)
                        VALUES (?, ?, 'It does not answer.', now(), now())""").params(id, Campus.code()).update();
        return id.toString();
    }

    private String job() {
        var name = "test.job-" + UUID.randomUUID();
        psql.sql("""
                        INSERT INTO kernel.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES (?, 'recurring', now() + INTERVAL '1 hour', FALSE, 1)""").param(name).update();
        return name;
    }
}
