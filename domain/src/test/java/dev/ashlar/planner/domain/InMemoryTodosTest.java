// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.util.List;

class InMemoryTodosTest extends TodosContract {
    private final InMemoryTodos todos = new InMemoryTodos();

    @Override
    protected Todos todos() {
        return todos;
    }

    @Override
    protected ProjectId project(UserId person, ProjectRole role) {
        var project = new ProjectId(SampleTodos.newTodoId().value());
        todos.join(project, person, role);
        return project;
    }

    @Override
    protected List<TodoId> inOrder(UserId owner) {
        return todos.inOrder(owner);
    }
}
