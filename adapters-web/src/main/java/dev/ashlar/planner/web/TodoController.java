// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoOrder;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoEdit;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/todos")
@Tag(
        name = "Todos",
        description = "Things to do, once or repeatedly. Members of its project see a todo; editors change it.")
class TodoController {
    private final TodoService todos;

    TodoController(TodoService todos) {
        this.todos = todos;
    }

    @GetMapping
    @Operation(
            summary = "List your todos",
            description = "Open todos are in the order that you gave them, unless other parameters are given."
                    + " In the order of due dates, todos without one come last.")
    Listing<TodoView> listTodos(
            Actor actor,
            @RequestParam(defaultValue = "open") @Parameter(description = "Status of the todos.") TodoStatus status,
            @RequestParam(required = false) @Parameter(description = "First due date, inclusive.") @Nullable
                    LocalDate dueFrom,
            @RequestParam(required = false) @Parameter(description = "Last due date, inclusive.") @Nullable
                    LocalDate dueTo,
            @RequestParam(defaultValue = "place") @Parameter(description = "Order of the todos.") TodoOrder order,
            PageRequest page) {
        return Listing.of(todos.list(actor, new TodoFilter(status, dueFrom, dueTo), order, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Create a todo",
            description = "It is the last of your todos. A todo that repeats is due on the first date of its rule"
                    + " that is not before the given date.")
    @Refuses({"planner.project-not-found", "planner.project-forbidden"})
    Versioned<TodoView> createTodo(Actor actor, @RequestBody @Valid TodoRequest request) {
        var todo = todos.create(actor, request.projectId(), request.content());
        return Versioned.created("/api/v1/todos/" + todo.id().value(), todo.version(), todo);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a todo", description = "The ETag is the version for a change.")
    @Refuses("planner.todo-not-found")
    Versioned<TodoView> getTodo(Actor actor, @PathVariable TodoId id) {
        return ok(todos.get(actor, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a todo",
            description = "Absent fields keep their values, null clears notes and due time. Another due time starts"
                    + " the series of a todo that repeats anew.")
    @Refuses({"planner.todo-not-found", "planner.project-forbidden", "request.stale-version"})
    Versioned<TodoView> updateTodo(
            Actor actor, @PathVariable TodoId id, IfMatch ifMatch, @RequestBody @Valid EditTodoRequest request) {
        return ok(todos.edit(actor, id, version(actor, id, ifMatch), request.edit()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a todo", description = "Its owner can restore the todo for 30 days.")
    @Refuses({"planner.todo-not-found", "planner.project-forbidden", "request.stale-version"})
    void deleteTodo(Actor actor, @PathVariable TodoId id, IfMatch ifMatch) {
        todos.delete(actor, id, version(actor, id, ifMatch));
    }

    @PostMapping("/{id}/complete")
    @Operation(
            summary = "Complete a todo",
            description = "A todo that repeats stays open and is due on the next date of its series, however early or"
                    + " late it was completed. It is done with the last one.")
    @Refuses({
        "planner.todo-not-found",
        "planner.project-forbidden",
        "planner.illegal-transition",
        "request.stale-version"
    })
    Versioned<TodoView> completeTodo(Actor actor, @PathVariable TodoId id, IfMatch ifMatch) {
        return ok(todos.complete(actor, id, version(actor, id, ifMatch)));
    }

    @PostMapping("/{id}/reopen")
    @Operation(summary = "Reopen a todo", description = "The todo is due as before its last completion.")
    @Refuses({
        "planner.todo-not-found",
        "planner.project-forbidden",
        "planner.illegal-transition",
        "request.stale-version"
    })
    Versioned<TodoView> reopenTodo(Actor actor, @PathVariable TodoId id, IfMatch ifMatch) {
        return ok(todos.reopen(actor, id, version(actor, id, ifMatch)));
    }

    @PostMapping("/{id}/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Restore a todo", description = "The todo leaves your trash and takes its old place.")
    @Refuses("planner.todo-not-found")
    Versioned<TodoView> restoreTodo(Actor actor, @PathVariable TodoId id) {
        return ok(todos.restore(actor, id));
    }

    private int version(Actor actor, TodoId id, IfMatch ifMatch) {
        return ifMatch.version(() -> todos.get(actor, id).version());
    }

    private static Versioned<TodoView> ok(TodoView todo) {
        return Versioned.ok(todo.version(), todo);
    }

    /**
     * New todo.
     *
     * @param notes Markdown
     * @param priority 0 for none, up to 4 for the most urgent; absent means none
     * @param projectId project whose members see the todo
     */
    record TodoRequest(
            @NotBlank @Size(max = TodoContent.MAX_TITLE) @Schema(example = "Send the invoices")
            String title,

            @Nullable @Size(max = TodoContent.MAX_NOTES) @Schema(example = "Those of **January**.")
            String notes,

            @Nullable @Min(0) @Max(TodoContent.MAX_PRIORITY) @Schema(example = "2")
            Integer priority,

            @Nullable ProjectId projectId,
            @Nullable @Valid DueRequest due) {
        TodoContent content() {
            return TodoContent.of(title, notes, priority, due == null ? null : due.due());
        }
    }

    /** Changes to a todo. */
    record EditTodoRequest(
            @Schema(example = "Send all invoices") Change<@NotBlank @Size(max = TodoContent.MAX_TITLE) String> title,

            @Schema(example = "Those of **February**.") Change<@Size(max = TodoContent.MAX_NOTES) String> notes,

            @Schema(example = "3") Change<@NotNull @Min(0) @Max(TodoContent.MAX_PRIORITY) Integer> priority,

            Change<@Valid DueRequest> due) {
        TodoEdit edit() {
            return new TodoEdit(title, notes, priority, dueEdit());
        }

        private Change<Due> dueEdit() {
            if (!due.present()) {
                return Change.keep();
            }
            @Nullable DueRequest value = due.value();
            return Change.to(value == null ? null : value.due());
        }
    }
}
