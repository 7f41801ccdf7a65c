// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PersonalExportTest {
    private final Actor admin = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN, "mentor");

    @Test
    void readsEveryPageOfEveryListInTheOrderOfNames() {
        var read = new ArrayList<String>();
        export(new Numbers("notes", 250), new Numbers("bills", 0))
                .read(admin, (name, rows) -> read.add(name + " " + rows.count()));
        assertThat(read).containsExactly("bills 0", "notes 250");
    }

    @Test
    void readsWithoutTheRightsOfTheRole() {
        var notes = new Numbers("notes", 1);
        export(notes).read(admin, (name, rows) -> rows.forEach(row -> {}));
        assertThat(notes.askedAs)
                .isNotEmpty()
                .allMatch(actor -> !actor.isAdmin() && actor.userId().equals(admin.userId()));
    }

    private static PersonalExport export(PersonalData... parts) {
        return new PersonalExport(List.of(parts));
    }

    private record Row(long number) {}

    private static final class Numbers implements PersonalData {
        private final String name;
        private final long count;
        private final List<Actor> askedAs = new ArrayList<>();

        Numbers(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Page<Row> page(Actor owner, PageRequest request) {
            askedAs.add(owner);
            var after = request.afterLong(name);
            var rows = LongStream.range(after == null ? 0 : after + 1, count)
                    .limit(request.rowsToRead())
                    .mapToObj(Row::new)
                    .toList();
            return Page.of(rows, request, row -> Cursor.of(name, row.number()));
        }
    }
}
