// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Todos of a person. */
@ApplicationService
class ExportedTodos implements PersonalData {
    private static final String LIST = "planner.exported-todos";

    private final TodoViews views;

    ExportedTodos(TodoViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "todos";
    }

    @Override
    public Page<TodoView> page(Actor owner, PageRequest request) {
        var rows = views.all(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return PlacedTodo.page(rows, request, LIST);
    }
}
