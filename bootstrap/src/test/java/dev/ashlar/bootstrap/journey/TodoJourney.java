// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** From a plan of todos to the trash and back. */
@JourneyTest
class TodoJourney {
    private static final String TODOS = "/api/v1/todos";

    @LocalServerPort
    private int port;

    private Api owner;

    @BeforeEach
    void people() {
        owner = Api.at(port).newcomer();
    }

    @Test
    void leadsFromAddingToTheTrashAndBack() {
        var invoices = add(Map.of("title", "Invoices", "due", Map.of("date", "2027-01-31", "rule", "FREQ=MONTHLY")));
        var letters = add(Map.of("title", "Letters", "priority", 4));
        var calls = add(Map.of("title", "Calls", "due", Map.of("date", "2027-01-30")));
        assertThat(titles(TODOS)).containsExactly("Invoices", "Letters", "Calls");
        assertThat(titles(TODOS + "?order=due")).containsExactly("Calls", "Invoices", "Letters");
        assertThat(titles(TODOS + "?dueTo=2027-01-30")).containsExactly("Calls");

        var first = owner.get(TODOS + "?order=due&limit=1").is(200);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(titles(TODOS + "?order=due&limit=1&cursor="
                        + first.json().at("/nextCursor").asString()))
                .containsExactly("Invoices");

        owner.post(TODOS + "/reorder", Map.of("todos", List.of(id(calls), id(invoices))))
                .is(204);
        assertThat(titles(TODOS)).containsExactly("Calls", "Letters", "Invoices");

        var completed = change("POST", invoices + "/complete", null, 0).is(200);
        assertThat(completed.json().at("/due/date").asString()).isEqualTo("2027-02-28");
        assertThat(completed.json().at("/status").asString()).isEqualTo("open");
        change("POST", invoices + "/complete", null, 0).isProblem(412, "request.stale-version");

        assertThat(change("POST", letters + "/complete", null, 0)
                        .is(200)
                        .json()
                        .at("/doneAt")
                        .asString())
                .isNotBlank();
        change("POST", letters + "/complete", null, 1).isProblem(409, "planner.illegal-transition");
        assertThat(titles(TODOS + "?status=done")).containsExactly("Letters");
        change("POST", letters + "/reopen", null, 1).is(200);

        change("PATCH", letters, Map.of("title", "Long letters"), 2).is(200);
        bulk("complete", letters, 3, calls, 0).is(204);
        bulk("delete", letters, 4, calls, 0).isProblem(409, "planner.todos-changed");
        bulk("delete", letters, 4, calls, 1).is(204);
        owner.get(letters).isProblem(404, "planner.todo-not-found");
        assertThat(titles("/api/v1/trash")).containsExactlyInAnyOrder("Long letters", "Calls");
        var restored = owner.post(calls + "/restore", Map.of()).is(200);
        assertThat(restored.json().at("/status").asString()).isEqualTo("done");
        assertThat(titles("/api/v1/trash")).containsExactly("Long letters");
    }

    @Test
    void showsTodosToNobodyElse() {
        var todo = add(Map.of("title", "Secret"));
        var stranger = Api.at(port).newcomer();
        stranger.get(todo).isProblem(404, "planner.todo-not-found");
        stranger.send("DELETE", todo, null, "If-Match", "\"0\"").isProblem(404, "planner.todo-not-found");
        stranger.post(todo + "/restore", Map.of()).isProblem(404, "planner.todo-not-found");
        assertThat(stranger.get(TODOS).is(200).json().at("/items").size()).isZero();
        assertThat(owner.get(todo).is(200).header("ETag")).isEqualTo("\"0\"");
    }

    private String add(Map<String, ?> todo) {
        return owner.post(TODOS, todo).is(201).header("Location");
    }

    private Api.Answer change(String method, String path, @Nullable Map<String, ?> body, int version) {
        var json = body == null ? null : JsonMapper.shared().writeValueAsString(body);
        return owner.send(method, path, json, "If-Match", "\"" + version + "\"");
    }

    private Api.Answer bulk(String what, String one, int oneVersion, String other, int otherVersion) {
        return owner.post(
                TODOS + "/bulk/" + what,
                Map.of(
                        "todos",
                        List.of(
                                Map.of("todoId", id(one), "expectedVersion", oneVersion),
                                Map.of("todoId", id(other), "expectedVersion", otherVersion))));
    }

    private Stream<String> titles(String path) {
        return owner.get(path)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/title").asString());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
