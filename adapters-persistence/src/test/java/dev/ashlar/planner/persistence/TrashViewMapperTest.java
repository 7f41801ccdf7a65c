package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.NOW;
import static dev.ashlar.planner.domain.SampleTodos.someone;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.TrashKind;
import dev.ashlar.planner.application.TrashView;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class TrashViewMapperTest {
    @Autowired
    private TodoMapper todos;

    @Autowired
    private TrashViewMapper views;

    private final UserId owner = someone();

    @Test
    void listsDeletedThingsOfAnOwnerLastDeletedFirst() {
        var first = deleted(owner, "First", NOW);
        var last = deleted(owner, "Last", LATER);
        deleted(someone(), "Foreign", LATER);
        todos.insert(todo(owner, "Live"));
        assertThat(views.trash(owner, null, 5)).containsExactly(last, first);
        assertThat(views.trash(owner, null, 1)).containsExactly(last);
        assertThat(views.trash(owner, new Cursor.Place(last.deletedAt(), last.id()), 5))
                .containsExactly(first);
    }

    private TrashView deleted(UserId person, String title, Instant at) {
        var todo = todo(person, title);
        todos.insert(todo);
        todos.delete(person, todo.id(), 0, at);
        return new TrashView(TrashKind.TODO, todo.id().value(), title, at);
    }
}
