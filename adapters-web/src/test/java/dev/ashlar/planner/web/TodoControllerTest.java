// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.planner.application.TodoBulkService;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoOrder;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.application.TrashKind;
import dev.ashlar.planner.application.TrashService;
import dev.ashlar.planner.application.TrashView;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoEdit;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoProgress;
import dev.ashlar.planner.domain.TodoStatus;
import dev.ashlar.planner.domain.TodoVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlannerServer
class TodoControllerTest {
    private static final Actor OWNER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final TodoId TODO = new TodoId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    private static final ProjectId PROJECT = new ProjectId(UUID.fromString("019a0000-0000-7000-8000-0000000000b1"));
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final String TODOS = "/api/v1/todos";
    private static final String ONE = TODOS + "/" + TODO.value();
    private static final String GIVEN = "{\"todos\":[{\"todoId\":\"" + TODO.value() + "\",\"expectedVersion\":3}]}";

    @Autowired
    private TodoService todos;

    @Autowired
    private TodoBulkService bulk;

    @Autowired
    private TrashService trash;

    @Autowired
    private Caller client;

    @Test
    void listsTodosByDeclaredFilters() {
        var filter = new TodoFilter(TodoStatus.DONE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        given(todos.list(OWNER, filter, TodoOrder.DUE, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(null, 0)), Cursor.of("planner.todos-by-due", AT, TODO)));
        var answer = get(TODOS + "?status=done&dueFrom=2026-01-01&dueTo=2026-12-31&order=due&limit=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/title").asString()).isEqualTo("Invoices");
        assertThat(answer.json().at("/items/0/due").isNull()).isTrue();
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        assertThat(get(TODOS + "?status=lost").error()).startsWith("status: must be one of open, done");
        assertThat(get(TODOS + "?order=title").error()).startsWith("order: must be one of place, due");
        assertThat(get(TODOS + "?dueTo=tomorrow").error()).startsWith("dueTo: ");
        assertThat(get(TODOS + "?owner=me").error()).startsWith("owner: ");
    }

    @Test
    void listsOpenTodosInTheirPlacesByDefault() {
        given(todos.list(OWNER, new TodoFilter(TodoStatus.OPEN, null, null), TodoOrder.PLACE, PageRequest.first()))
                .willReturn(new Page<>(List.of(), null));
        assertThat(get(TODOS).status()).isEqualTo(200);
    }

    @Test
    void addsATodoThatRepeats() {
        var due = Due.of(LocalDate.of(2027, 1, 31), LocalTime.of(9, 30), "Europe/Berlin", "FREQ=MONTHLY");
        given(todos.create(OWNER, PROJECT, TodoContent.of("Invoices", "All", 2, due)))
                .willReturn(view(due, 0));
        var answer = send("POST", TODOS, """
                {"title": "Invoices", "notes": "All", "priority": 2, "projectId": "%s",
                 "due": {"date": "2027-01-31", "time": "09:30", "zone": "Europe/Berlin", "rule": "FREQ=MONTHLY"}}
                """.formatted(PROJECT.value()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/due/date").asString()).isEqualTo("2027-01-31");
        assertThat(answer.json().at("/due/repetition/completions").asInt()).isZero();
        assertThat(answer.json().at("/status").asString()).isEqualTo("open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/title",
                "{\"title\":\" \"}|/title",
                "{\"title\":\"a\",\"priority\":5}|/priority",
                "{\"title\":\"a\",\"ownerId\":\"b\"}|/ownerId",
                "{\"title\":\"a\",\"due\":{}}|/due/date",
                "{\"title\":\"a\",\"due\":{\"date\":\"2027-02-30\"}}|/due/date",
                "{\"title\":\"a\",\"due\":{\"date\":\"2027-02-03\",\"time\":\"09:30\"}}|/due/zone",
                "{\"title\":\"a\",\"due\":{\"date\":\"2027-02-03\",\"rule\":\"FREQ=SECONDLY\"}}|/due/rule"
            })
    void refusesWrongFieldsOfANewTodo(String body, String pointer) {
        var answer = send("POST", TODOS, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void editsTheNamedFieldsOfTheVersion() {
        var edit = new TodoEdit(Change.to("Invoices"), Change.to(null), Change.keep(), Change.to(null));
        given(todos.edit(OWNER, TODO, 3, edit)).willReturn(view(null, 4));
        var body = "{\"title\":\"Invoices\",\"notes\":null,\"due\":null}";
        assertThat(send("PATCH", ONE, body).status()).isEqualTo(428);
        var answer = send("PATCH", ONE, body, "If-Match", "\"3\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(send("PATCH", ONE, "{\"title\":null}", "If-Match", "\"3\"").error())
                .startsWith("/title: ");
        assertThat(send("PATCH", ONE, "{\"due\":{\"date\":null}}", "If-Match", "\"3\"")
                        .error())
                .startsWith("/due/date: ");
        given(todos.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.STALE_VERSION.because("Changed."));
        assertThat(send("PATCH", ONE, body, "If-Match", "\"2\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "reopen"})
    void movesATodoOfTheVersionOrSaysWhyNot(String move) {
        given(todos.complete(OWNER, TODO, 3)).willReturn(view(null, 4));
        given(todos.reopen(OWNER, TODO, 3)).willReturn(view(null, 4));
        assertThat(send("POST", ONE + "/" + move, null).status()).isEqualTo(428);
        var answer = send("POST", ONE + "/" + move, null, "If-Match", "\"3\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        var refusal = PlannerProblem.ILLEGAL_TRANSITION.because("Done.");
        given(todos.complete(OWNER, TODO, 3)).willThrow(refusal);
        given(todos.reopen(OWNER, TODO, 3)).willThrow(refusal);
        var refused = send("POST", ONE + "/" + move, null, "If-Match", "\"3\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("planner.illegal-transition");
    }

    @Test
    void getsDeletesAndRestoresATodo() {
        given(todos.get(OWNER, TODO)).willReturn(view(null, 3));
        given(todos.restore(OWNER, TODO)).willReturn(view(null, 5));
        assertThat(get(ONE).header("ETag")).isEqualTo("\"3\"");
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null, "If-Match", "*").status()).isEqualTo(204);
        then(todos).should().delete(OWNER, TODO, 3);
        assertThat(send("POST", ONE + "/restore", null).header("ETag")).isEqualTo("\"5\"");
        willThrow(PlannerProblem.PROJECT_FORBIDDEN.because("Read."))
                .given(todos)
                .delete(any(), any(), anyInt());
        assertThat(send("DELETE", ONE, null, "If-Match", "\"3\"").status()).isEqualTo(403);
        willThrow(KernelProblem.stale("Todo", 3)).given(todos).delete(any(), any(), anyInt());
        assertThat(send("DELETE", ONE, null, "If-Match", "\"3\"").status()).isEqualTo(412);
        var lost = send("DELETE", ONE, null, "If-Match", "*");
        assertThat(lost.status()).as("any version is the right one").isEqualTo(409);
        assertThat(lost.code()).isEqualTo("request.busy");
        given(todos.get(any(), any())).willThrow(PlannerProblem.TODO_NOT_FOUND.because("None."));
        assertThat(get(ONE).code()).isEqualTo("planner.todo-not-found");
    }

    @Test
    void changesSeveralTodos() {
        var versions = List.of(new TodoVersion(TODO, 3));
        assertThat(send("POST", TODOS + "/bulk/complete", GIVEN).status()).isEqualTo(204);
        then(bulk).should().complete(OWNER, versions);
        assertThat(send("POST", TODOS + "/bulk/delete", GIVEN).status()).isEqualTo(204);
        then(bulk).should().delete(OWNER, versions);
        var move = GIVEN.replace("]}", "],\"projectId\":\"" + PROJECT.value() + "\"}");
        assertThat(send("POST", TODOS + "/bulk/move", move).status()).isEqualTo(204);
        then(bulk).should().move(OWNER, versions, PROJECT);
        assertThat(send("POST", TODOS + "/bulk/move", GIVEN).error()).startsWith("/projectId: ");
        then(bulk).shouldHaveNoMoreInteractions();
        var out = GIVEN.replace("]}", "],\"projectId\":null}");
        assertThat(send("POST", TODOS + "/bulk/move", out).status()).isEqualTo(204);
        then(bulk).should().move(OWNER, versions, null);
        var order = "{\"todos\":[\"" + TODO.value() + "\"]}";
        assertThat(send("POST", TODOS + "/reorder", order).status()).isEqualTo(204);
        then(bulk).should().reorder(OWNER, List.of(TODO));
        assertThat(send("POST", TODOS + "/bulk/delete", "{\"todos\":[{\"todoId\":\"" + TODO.value() + "\"}]}")
                        .error())
                .startsWith("/todos/0/expectedVersion: ");
        assertThat(send("POST", TODOS + "/reorder", "{\"todos\":[]}").error()).startsWith("/todos: ");
        willThrow(PlannerProblem.TODOS_CHANGED.because("Changed.")).given(bulk).reorder(any(), any());
        assertThat(send("POST", TODOS + "/reorder", order).status()).isEqualTo(409);
    }

    @Test
    void listsTheTodosOfAProjectAndTheTrash() {
        given(todos.ofProject(OWNER, PROJECT, TodoStatus.OPEN, PageRequest.first()))
                .willReturn(new Page<>(List.of(view(null, 0)), null));
        assertThat(get("/api/v1/projects/" + PROJECT.value() + "/todos")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(TODO.value().toString());
        given(trash.list(OWNER, PageRequest.first()))
                .willReturn(new Page<>(List.of(new TrashView(TrashKind.TODO, TODO.value(), "Invoices", AT)), null));
        assertThat(get("/api/v1/trash").json().at("/items/0/kind").asString()).isEqualTo("todo");
    }

    private static TodoView view(@Nullable Due due, int version) {
        return new TodoView(
                TODO,
                OWNER.userId(),
                null,
                TodoContent.of("Invoices", null, null, due),
                new TodoProgress(TodoStatus.OPEN, null),
                AT,
                AT,
                version);
    }

    private Caller.Answer get(String path) {
        return client.get(path, "Authorization", client.bearer(Role.STUDENT));
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var signed = Stream.concat(Stream.of("Authorization", client.bearer(Role.STUDENT)), Stream.of(headers))
                .toArray(String[]::new);
        return client.send(method, path, body, signed);
    }
}
