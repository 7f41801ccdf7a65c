// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.application.TrashKind;
import dev.ashlar.planner.application.TrashView;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.Repetition;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoProgress;
import dev.ashlar.planner.domain.TodoStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of todos and the trash for the API description. */
@Component
class TodoExamples implements ExampleRecords {
    private static final UUID TODO = UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000c0");
    private static final UserId OWNER = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000001"));
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final Repetition MONTHLY =
            new Repetition("FREQ=MONTHLY;BYMONTHDAY=31", LocalDate.of(2026, 10, 31), 1);

    @Override
    public List<Record> all() {
        var due = new Due(LocalDate.of(2026, 11, 30), LocalTime.of(9, 30), "Europe/Berlin", MONTHLY);
        return List.of(
                MONTHLY,
                due,
                new TodoView(
                        new TodoId(TODO),
                        OWNER,
                        null,
                        new TodoContent("Send the invoices", "Those of **November**.", 2, due),
                        new TodoProgress(TodoStatus.OPEN, null),
                        AT,
                        AT,
                        1),
                new TrashView(TrashKind.TODO, TODO, "Send the invoices", AT));
    }
}
