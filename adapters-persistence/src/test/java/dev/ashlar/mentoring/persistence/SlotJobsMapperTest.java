// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotJobsContract;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class SlotJobsMapperTest extends SlotJobsContract {
    private final SlotMapper slots;
    private final MentorMapper mentors;
    private final JdbcClient jdbc;

    @Autowired
    SlotJobsMapperTest(SlotMapper slots, MentorMapper mentors, JdbcClient jdbc) {
        this.slots = slots;
        this.mentors = mentors;
        this.jdbc = jdbc;
    }

    @Override
    protected Slots slots() {
        return slots;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }

    @Test
    void recordsEachStepOfACancellation() {
        var confirmed = storedIn(SlotStatus.CONFIRMED);
        slots.cancelAll(List.of(confirmed.id()), false, "Left", Meetings.NOW);

        assertThat(steps(confirmed))
                .endsWith(
                        confirmed.version() + 1 + " confirmed cancellation_requested",
                        confirmed.version() + 2 + " cancellation_requested cancelled");
    }

    private List<@Nullable String> steps(Slot slot) {
        return jdbc.sql("""
                        SELECT version || ' ' || from_status || ' ' || to_status
                        FROM mentoring.slot_transitions
                        WHERE slot_id = ?
                        ORDER BY version""").param(slot.id().value()).query(String.class).list();
    }
}
