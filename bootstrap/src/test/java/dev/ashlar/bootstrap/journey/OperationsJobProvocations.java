// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.Map;
import java.util.UUID;

/** Refusals of jobs. */
final class OperationsJobProvocations implements ContextProvocations {
    private static final String LIST = "GET /api/v1/operations/jobs";
    private static final String RUN = "POST /api/v1/operations/jobs/{name}/run";

    private final Api admin;
    private final Api student;
    private final FreshDatabase.Switch databases;

    OperationsJobProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
        this.databases = stage.databases();
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, LIST, RUN)
                .addExamples(admin, "request.not-found", RUN)
                .add(RUN, "request.conflict", this::runARunningJob);
    }

    private Api.Answer runARunningJob() {
        var name = "test.job-" + UUID.randomUUID();
        databases
                .database()
                .psql()
                .sql("INSERT INTO kernel.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, 'recurring', now(), TRUE, 1)")
                .param(name)
                .update();
        return admin.post("/api/v1/operations/jobs/" + name + "/run", Map.of());
    }
}
