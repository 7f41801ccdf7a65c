// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.PersonalData;
import dev.ashlar.kernel.application.Workflow;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Export of all that is stored about a person. Each page is read in a separate transaction, so that a slow client holds none. */
@Workflow
public class PersonalExport {
    private final List<PersonalData> parts;

    PersonalExport(List<PersonalData> parts) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
    }

    /** Hands each list with its name to the reader, which reads the rows before it returns. */
    public void read(Actor actor, BiConsumer<String, Stream<? extends Record>> reader) {
        var owner = new Actor(actor.userId(), Role.STUDENT, actor.platform());
        parts.forEach(part -> reader.accept(part.name(), rows(part, owner)));
    }

    private static Stream<Record> rows(PersonalData part, Actor owner) {
        return Stream.of(part).mapMulti((data, rows) -> {
            @Nullable Cursor after = null;
            do {
                var page = data.page(owner, new PageRequest(PageRequest.MAX_LIMIT, after));
                page.items().forEach(rows);
                after = page.next();
            } while (after != null);
        });
    }
}
