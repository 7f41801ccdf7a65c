// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.MentorPitch;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.MentorTerms;
import dev.ashlar.mentoring.domain.SlotPlan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A mentor in New York, available on weekdays. A profile that exists is not changed. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoMentor extends DemoSeed {
    private static final MentorProfile PROFILE = new MentorProfile(
            new MentorPitch(
                    "Designs databases that last",
                    "Twenty years of PostgreSQL, and still reading the manual.",
                    List.of("postgresql", "java", "architecture")),
            new SlotPlan("America/New_York", 60, 15),
            new MentorTerms(20, 5, 24 * 60, 120, true),
            "https://meet.example/mira",
            true);

    private final DemoPeople people;
    private final MentorService mentors;

    DemoMentor(DemoPeople people, MentorService mentors) {
        super("demo mentor with slots for 60 days");
        this.people = people;
        this.mentors = mentors;
    }

    @Override
    public void run() {
        var mira = people.actor(DemoPerson.MENTOR);
        if (mentors.isMentor(mira)) {
            return;
        }
        mentors.saveProfile(mira, 0, PROFILE);
        var weekdays = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> new WeeklyWindow(day, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null))
                .toList();
        mentors.saveAvailability(mira, 0, weekdays, List.of());
    }
}
