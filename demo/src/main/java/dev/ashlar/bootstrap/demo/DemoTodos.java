// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoOrder;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TrashService;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Todos of the student, among them one that repeats. They are added to a planner without todos only. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoTodos extends DemoSeed {
    private static final PageRequest ONE = new PageRequest(1, null);

    private final DemoPeople people;
    private final TodoService todos;
    private final TrashService trash;
    private final InstantSource clock;

    DemoTodos(DemoPeople people, TodoService todos, TrashService trash, InstantSource clock) {
        super("demo todos");
        this.people = people;
        this.todos = todos;
        this.trash = trash;
        this.clock = clock;
    }

    @Override
    public void run() {
        var student = people.actor(DemoPerson.STUDENT);
        if (hasTodos(student)) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        add(student, TodoContent.of("Read chapter three", "Pages 40 to 62.", 2, Due.on(today.plusDays(2))));
        add(student, TodoContent.of("Prepare questions for Mira", null, 3, Due.on(today.plusDays(1))));
        add(
                student,
                TodoContent.of(
                        "Review the week",
                        null,
                        1,
                        Due.of(today, LocalTime.of(17, 0), "Europe/Berlin", "FREQ=WEEKLY")));
        add(student, TodoContent.of("Update the portfolio", null, null, null));
        var done = todos.create(student, null, TodoContent.of("Book a mentor", null, null, null));
        todos.complete(student, done.id(), done.version());
    }

    private void add(Actor student, TodoContent content) {
        todos.create(student, null, content);
    }

    private boolean hasTodos(Actor student) {
        var listed = Stream.of(TodoStatus.values())
                .flatMap(status ->
                        todos.list(student, new TodoFilter(status, null, null), TodoOrder.PLACE, ONE).items().stream());
        return listed.findAny().isPresent() || !trash.list(student, ONE).items().isEmpty();
    }
}
