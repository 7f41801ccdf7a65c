// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.planner.application.OccurrenceView;
import dev.ashlar.planner.application.ScheduleItemView;
import dev.ashlar.planner.application.ScheduleItemView.ExceptionView;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.web.ScheduleController.OccurrenceRequest;
import dev.ashlar.planner.web.ScheduleController.ScheduleItemRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers about schedules in the API description. */
@Component
class ScheduleExamples implements ExampleRecords {
    private static final ScheduleItemId ITEM =
            new ScheduleItemId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000c1"));
    private static final String TITLE = "Weekly review";
    private static final ItemTime FRIDAY = time("2026-02-06T15:00:00Z", "2026-02-06T15:30:00Z");
    private static final ExceptionView MOVED = new ExceptionView(
            LocalDate.parse("2026-02-13"),
            "Weekly review, at home",
            time("2026-02-13T16:00:00Z", "2026-02-13T16:30:00Z"));

    @Override
    public List<Record> all() {
        return List.of(
                FRIDAY,
                MOVED,
                new ScheduleItemRequest(
                        TITLE,
                        null,
                        FRIDAY.startsAt(),
                        FRIDAY.endsAt(),
                        null,
                        null,
                        FRIDAY.zone(),
                        "FREQ=WEEKLY;BYDAY=FR"),
                new OccurrenceRequest(
                        "Weekly review, at home", FRIDAY.startsAt(), FRIDAY.endsAt(), null, null, FRIDAY.zone()),
                new OccurrenceView(ITEM, TITLE, null, LocalDate.parse("2026-02-06"), FRIDAY, null, null, 1),
                new ScheduleItemView(ITEM, TITLE, null, FRIDAY, "FREQ=WEEKLY;BYDAY=FR", List.of(MOVED), 1));
    }

    private static ItemTime time(String startsAt, String endsAt) {
        return new ItemTime(Instant.parse(startsAt), Instant.parse(endsAt), null, null, "Europe/Berlin");
    }
}
