// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{id}/todos")
@Tag(name = "Todos")
class ProjectTodoController {
    private final TodoService todos;

    ProjectTodoController(TodoService todos) {
        this.todos = todos;
    }

    @GetMapping
    @Operation(
            summary = "List the todos of a project",
            description = "Members see the todos of all members, those that were added first coming first.")
    @Refuses("planner.project-not-found")
    Listing<TodoView> listProjectTodos(
            Actor actor,
            @PathVariable ProjectId id,
            @RequestParam(defaultValue = "open") @Parameter(description = "Status of the todos.") TodoStatus status,
            PageRequest page) {
        return Listing.of(todos.ofProject(actor, id, status, page));
    }
}
