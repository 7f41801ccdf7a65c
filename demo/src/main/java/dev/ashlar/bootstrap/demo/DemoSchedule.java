// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Schedule of the student: a series, a single item and a whole day. They are added to a schedule without items only. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoSchedule extends DemoSeed {
    private static final String ZONE = "Europe/Berlin";

    private final DemoPeople people;
    private final ScheduleService schedule;
    private final InstantSource clock;

    DemoSchedule(DemoPeople people, ScheduleService schedule, InstantSource clock) {
        super("demo schedule");
        this.people = people;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void run() {
        var student = people.actor(DemoPerson.STUDENT);
        if (!schedule.list(student, new PageRequest(1, null)).items().isEmpty()) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(ZONE));
        add(student, "Study group", hour(today, 18), "FREQ=WEEKLY");
        add(student, "Dentist", hour(today.plusDays(3), 9), null);
        add(student, "Pay the rent", ItemTime.days(today, today, ZONE), "FREQ=MONTHLY;BYMONTHDAY=31");
    }

    private void add(Actor student, String title, ItemTime time, @Nullable String recurrence) {
        schedule.create(student, new ItemDetails(title, null, time, recurrence));
    }

    private static ItemTime hour(LocalDate day, int hour) {
        var start = day.atTime(LocalTime.of(hour, 0)).atZone(ZoneId.of(ZONE)).toInstant();
        return ItemTime.between(start, start.plus(Duration.ofHours(1)), ZONE);
    }
}
