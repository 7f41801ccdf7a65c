// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.planner.application.TodoBulkService;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoVersion;
import dev.ashlar.planner.domain.Todos;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/todos")
@Tag(name = "Todos")
class TodoBulkController {
    private final TodoBulkService todos;

    TodoBulkController(TodoBulkService todos) {
        this.todos = todos;
    }

    @PostMapping("/bulk/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Complete several todos",
            description = "All of them are your own, open and of the given versions, or nothing changes. Each gets the"
                    + " next version.")
    @Refuses({"planner.todos-changed", "planner.illegal-transition"})
    void completeTodos(Actor actor, @RequestBody @Valid BulkTodosRequest request) {
        todos.complete(actor, request.versions());
    }

    @PostMapping("/bulk/delete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Delete several todos",
            description = "All of them are your own and of the given versions, or nothing changes. They can be"
                    + " restored for 30 days.")
    @Refuses("planner.todos-changed")
    void deleteTodos(Actor actor, @RequestBody @Valid BulkTodosRequest request) {
        todos.delete(actor, request.versions());
    }

    @PostMapping("/bulk/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Move several todos to a project",
            description = "All of them are your own and of the given versions, or nothing changes. Each gets the next"
                    + " version. A null projectId takes them out of their projects.")
    @Refuses({"planner.todos-changed", "planner.project-not-found", "planner.project-forbidden"})
    void moveTodos(Actor actor, @RequestBody @Valid MoveTodosRequest request) {
        todos.move(
                actor,
                request.todos().stream().map(TodoVersionRequest::toVersion).toList(),
                request.project());
    }

    @PostMapping("/reorder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Reorder your todos",
            description = "The given todos exchange their places, so that they follow each other as given. Todos that"
                    + " are not given keep theirs. No version changes.")
    @Refuses("planner.todos-changed")
    void reorderTodos(Actor actor, @RequestBody @Valid ReorderTodosRequest request) {
        todos.reorder(actor, request.todos());
    }

    /** Todo and the version that was read. */
    record TodoVersionRequest(
            @NotNull TodoId todoId,
            @NotNull @Min(0) @Schema(example = "3") Integer expectedVersion) {
        TodoVersion toVersion() {
            return new TodoVersion(todoId, expectedVersion);
        }
    }

    /** Todos to change. */
    record BulkTodosRequest(
            @NotNull @Size(min = 1, max = Todos.MAX_AT_ONCE) List<@NotNull @Valid TodoVersionRequest> todos) {
        List<TodoVersion> versions() {
            return todos.stream().map(TodoVersionRequest::toVersion).toList();
        }
    }

    /**
     * Todos to move.
     *
     * @param projectId project; null takes them out of theirs
     */
    record MoveTodosRequest(
            @NotNull @Size(min = 1, max = Todos.MAX_AT_ONCE) List<@NotNull @Valid TodoVersionRequest> todos,

            Change<ProjectId> projectId) {
        /** Returns the project, null for none, and refuses a forgotten one. */
        @Nullable
        ProjectId project() {
            Fields.require(
                    projectId.present(), "/projectId", "must be present, or null to take the todos out of theirs");
            return projectId.value();
        }
    }

    /** Todos in their new order. */
    record ReorderTodosRequest(
            @NotNull @Size(min = 1, max = Todos.MAX_AT_ONCE) List<@NotNull TodoId> todos) {}
}
