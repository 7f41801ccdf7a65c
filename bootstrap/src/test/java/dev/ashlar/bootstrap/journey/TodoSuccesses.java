// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of todos and automation jobs that succeed. */
final class TodoSuccesses implements ContextSuccesses {
    private static final String TODOS = "/api/v1/todos";
    private static final String TODO = TODOS + "/{id}";
    private static final String JOBS = "/api/v1/automation-jobs";
    private static final String JOB = JOBS + "/{id}";
    private static final String FIRST = "/todos/0";

    private final Api nobody;

    TodoSuccesses(Stage stage) {
        this.nobody = stage.nobody();
    }

    @Override
    public void addTo(Successes all) {
        addTodos(all);
        addSeveral(all);
        addJobs(all);
    }

    private void addTodos(Successes all) {
        all.add("POST " + TODOS, () -> by(nobody.newcomer()).with("/projectId", null))
                .add("GET " + TODO, this::ofTodo)
                .add("PATCH " + TODO, this::ofTodo)
                .add("DELETE " + TODO, this::ofTodo)
                .add("POST " + TODO + "/complete", this::ofTodo)
                .add("POST " + TODO + "/reopen", () -> {
                    var owner = nobody.newcomer();
                    var todo = todo(owner);
                    owner.send("POST", TODOS + "/" + todo + "/complete", null, "If-Match", "*")
                            .is(200);
                    return by(owner, todo);
                })
                .add("POST " + TODO + "/restore", () -> {
                    var owner = nobody.newcomer();
                    var todo = todo(owner);
                    owner.send("DELETE", TODOS + "/" + todo, null, "If-Match", "*")
                            .is(204);
                    return by(owner, todo);
                });
    }

    private void addSeveral(Successes all) {
        for (var change : new String[] {"complete", "delete"}) {
            all.add("POST " + TODOS + "/bulk/" + change, this::ofSeveral);
        }
        all.add("POST " + TODOS + "/bulk/move", () -> {
                    var owner = nobody.newcomer();
                    return ofSeveral(owner).with("/projectId", project(owner));
                })
                .add("POST " + TODOS + "/reorder", () -> {
                    var owner = nobody.newcomer();
                    return by(owner).with(FIRST, todo(owner));
                })
                .add("GET /api/v1/projects/{id}/todos", () -> {
                    var owner = nobody.newcomer();
                    return by(owner, project(owner));
                });
    }

    private void addJobs(Successes all) {
        all.add("POST " + JOBS, () -> by(nobody.newcomer()));
        for (var operation : new String[] {
            "GET " + JOB,
            "PUT " + JOB,
            "DELETE " + JOB,
            "GET " + JOB + "/runs",
            "GET " + JOB + "/signing-key",
            "POST " + JOB + "/pause",
            "POST " + JOB + "/run-now"
        }) {
            all.add(operation, () -> {
                var owner = nobody.newcomer();
                return by(owner, job(owner));
            });
        }
        all.add("POST " + JOB + "/resume", () -> {
                    var owner = nobody.newcomer();
                    var job = job(owner);
                    owner.send("POST", JOBS + "/" + job + "/pause", null).is(200);
                    return by(owner, job);
                })
                .add("POST " + JOB + "/restore", () -> {
                    var owner = nobody.newcomer();
                    var job = job(owner);
                    owner.send("DELETE", JOBS + "/" + job, null, "If-Match", "*")
                            .is(204);
                    return by(owner, job);
                });
    }

    private Success ofTodo() {
        var owner = nobody.newcomer();
        return by(owner, todo(owner));
    }

    private Success ofSeveral() {
        return ofSeveral(nobody.newcomer());
    }

    private static Success ofSeveral(Api owner) {
        return by(owner).with(FIRST + "/todoId", todo(owner)).with(FIRST + "/expectedVersion", 0);
    }

    private static String todo(Api owner) {
        return Mentoring.id(owner.post(TODOS, Map.of("title", "Send the invoices")));
    }

    private static String project(Api owner) {
        return Mentoring.id(owner.post("/api/v1/projects", Map.of("name", "New kitchen")));
    }

    private static String job(Api owner) {
        return Mentoring.id(owner.post(
                JOBS,
                Map.of(
                        "name",
                        "Water the plants",
                        "schedule",
                        Map.of("scheduleType", "cron", "cronExpr", "0 * * * *", "zone", "UTC"),
                        "missedTicks",
                        "skip",
                        "action",
                        "create_todo",
                        "payload",
                        Map.of("todo", Map.of("title", "Water the plants", "priority", 0)))));
    }
}
