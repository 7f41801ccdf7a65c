// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotGeneration;
import dev.ashlar.mentoring.application.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Generation of slots for mentors of whom one gets none. */
@ServiceTest
class SlotGenerationTest {
    private static final List<WeeklyWindow> MONDAYS =
            List.of(new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null));

    private static final String REFUSE = """
            CREATE FUNCTION mentoring.refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no slots today'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON mentoring.slots
            FOR EACH ROW WHEN (NEW.mentor_id = '%s') EXECUTE FUNCTION mentoring.refuse()""";

    private final MentorService mentors;
    private final SlotGeneration generation;
    private final TestMeetings test;

    @Autowired
    SlotGenerationTest(MentorService mentors, SlotGeneration generation, TestMeetings test) {
        this.mentors = mentors;
        this.generation = generation;
        this.test = test;
    }

    @Test
    void generatesTheSlotsOfAllMentorsBeforeItTellsThatOneFailed() {
        var all = Stream.generate(test::mentor)
                .limit(3)
                .sorted(Comparator.comparing(mentor -> mentor.userId().value().toString()))
                .toList();
        all.forEach(mentor -> mentors.saveAvailability(mentor, 0, MONDAYS, List.of()));
        test.psql().sql("DELETE FROM mentoring.slots").update();
        test.psql().sql("UPDATE mentoring.mentors SET slots_until = NULL").update();
        test.psql().sql(REFUSE.formatted(all.get(1).userId().value())).update();

        assertThatThrownBy(generation::makeSlots).hasStackTraceContaining("no slots today");

        assertThat(slots(all.get(0))).isPositive();
        assertThat(slots(all.get(1))).isZero();
        assertThat(slots(all.get(2))).isPositive();
        test.psql().sql("DROP TRIGGER refuse ON mentoring.slots").update();
        assertThat(generation.makeSlots()).isEqualTo(1);
        assertThat(slots(all.get(1))).isPositive();
    }

    private long slots(Actor mentor) {
        return test.psql()
                .sql("SELECT count(*) FROM mentoring.slots WHERE mentor_id = ?")
                .param(mentor.userId().value())
                .query(Long.class)
                .single();
    }
}
