// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import java.util.UUID;

/**
 * Todo with its place in a list.
 *
 * @param position sort key, unique among the todos of an owner
 */
public record PlacedTodo(TodoView todo, UUID position) {
    static Page<TodoView> page(List<PlacedTodo> rows, PageRequest request, String list) {
        var page = Page.of(rows, request, row -> new Cursor(list, row.position().toString()));
        return new Page<>(page.items().stream().map(PlacedTodo::todo).toList(), page.next());
    }
}
