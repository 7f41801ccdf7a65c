// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of todos. */
final class TodoProvocations implements ContextProvocations {
    private static final String TODOS = "/api/v1/todos";
    private static final String ONE = TODOS + "/{id}";
    private static final String NOT_FOUND = "planner.todo-not-found";
    private static final String NO_PROJECT = "planner.project-not-found";
    private static final String READ_ONLY = "planner.project-forbidden";
    private static final String ILLEGAL = "planner.illegal-transition";
    private static final String CHANGED = "planner.todos-changed";
    private static final String STALE = "request.stale-version";

    private final Api owner;
    private final Api viewer;

    TodoProvocations(Stage stage) {
        this.owner = stage.nobody().newcomer();
        this.viewer = stage.nobody().newcomer();
        var request = owner.post("/api/v1/friendships", Map.of("userId", viewer.myId()))
                .is(201)
                .json();
        viewer.post("/api/v1/friendships/" + request.at("/id").asString() + "/accept", Map.of())
                .is(200);
    }

    @Override
    public void addTo(Provocations all) {
        addChanges(all);
        addBulks(all);
        all.addExamples(owner, NO_PROJECT, "POST " + TODOS, "GET /api/v1/projects/{id}/todos")
                .addExamples(owner, NOT_FOUND, "GET " + ONE, "POST " + ONE + "/restore")
                .add(
                        "POST " + TODOS,
                        READ_ONLY,
                        () -> viewer.post(TODOS, Map.of("title", "Mine", "projectId", project())));
    }

    private void addChanges(Provocations all) {
        for (var operation :
                List.of("PATCH " + ONE, "DELETE " + ONE, "POST " + ONE + "/complete", "POST " + ONE + "/reopen")) {
            all.addExamples(owner, NOT_FOUND, operation)
                    .add(operation, STALE, () -> change(owner, operation, todo(Map.of()), 9))
                    .add(
                            operation,
                            READ_ONLY,
                            () -> change(viewer, operation, todo(Map.of("projectId", project())), 0));
        }
        all.add("POST " + ONE + "/complete", ILLEGAL, () -> {
                    var todo = todo(Map.of());
                    change(owner, "POST " + ONE + "/complete", todo, 0).is(200);
                    return change(owner, "POST " + ONE + "/complete", todo, 1);
                })
                .add(
                        "POST " + ONE + "/reopen",
                        ILLEGAL,
                        () -> change(owner, "POST " + ONE + "/reopen", todo(Map.of()), 0));
    }

    private void addBulks(Provocations all) {
        all.addExamples(owner, CHANGED, "POST " + TODOS + "/bulk/complete", "POST " + TODOS + "/bulk/delete")
                .add("POST " + TODOS + "/bulk/move", CHANGED, () -> move(owner, todo(Map.of()), 9, project()))
                .addExamples(owner, CHANGED, "POST " + TODOS + "/reorder")
                .addExamples(owner, NO_PROJECT, "POST " + TODOS + "/bulk/move")
                .add("POST " + TODOS + "/bulk/move", READ_ONLY, () -> move(viewer, viewersTodo(), 0, project()))
                .add("POST " + TODOS + "/bulk/complete", ILLEGAL, () -> {
                    var todo = todo(Map.of());
                    change(owner, "POST " + ONE + "/complete", todo, 0).is(200);
                    return owner.post(
                            TODOS + "/bulk/complete",
                            Map.of("todos", List.of(Map.of("todoId", id(todo), "expectedVersion", 1))));
                });
    }

    private Api.Answer change(Api who, String operation, String todo, int version) {
        var path = operation.substring(operation.indexOf(' ') + 1).replace(ONE, todo);
        var method = operation.substring(0, operation.indexOf(' '));
        var body = method.equals("PATCH") ? JsonMapper.shared().writeValueAsString(Map.of("title", "Other")) : null;
        return who.send(method, path, body, "If-Match", "\"" + version + "\"");
    }

    private static Api.Answer move(Api who, String todo, int version, String project) {
        return who.post(
                TODOS + "/bulk/move",
                Map.of("todos", List.of(Map.of("todoId", id(todo), "expectedVersion", version)), "projectId", project));
    }

    /** Adds a todo and returns its path. */
    private String todo(Map<String, ?> fields) {
        var todo = new HashMap<String, Object>(fields);
        todo.put("title", "Provoked " + UUID.randomUUID());
        return owner.post(TODOS, todo).is(201).header("Location");
    }

    private String viewersTodo() {
        return viewer.post(TODOS, Map.of("title", "Provoked")).is(201).header("Location");
    }

    /** Creates a project that the viewer may only read, and returns its id. */
    private String project() {
        var project = owner.post("/api/v1/projects", Map.of("name", "Provoked")).is(201);
        owner.post(project.header("Location") + "/members", Map.of("userId", viewer.myId(), "role", "viewer"))
                .is(201);
        return id(project.header("Location"));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
