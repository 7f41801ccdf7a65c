// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import dev.ashlar.mentoring.domain.SlotsContract;
import java.sql.Timestamp;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper SlotMapper.remove version", test = "removesASlotThatIsStillOpen")
class SlotMapperTest extends SlotsContract {
    private final SlotMapper slots;
    private final MentorMapper mentors;
    private final JdbcClient jdbc;

    @Autowired
    SlotMapperTest(SlotMapper slots, MentorMapper mentors, JdbcClient jdbc) {
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
    void storesASlotColumnByColumn() {
        var slot = storedIn(SlotStatus.CANCELLATION_REQUESTED);
        var booking = slot.booking();

        assertThat(jdbc.sql("SELECT *, status::text AS label FROM mentoring.slots")
                        .query()
                        .singleRow())
                .containsEntry("id", slot.id().value())
                .containsEntry("mentor_id", slot.mentorId().value())
                .containsEntry("student_id", student.value())
                .containsEntry("starts_at", Timestamp.from(slot.startsAt()))
                .containsEntry("ends_at", Timestamp.from(slot.endsAt()))
                .containsEntry("label", "cancellation_requested")
                .containsEntry("is_available", false)
                .containsEntry("is_generated", false)
                .containsEntry("price_tokens", Meetings.PRICE)
                .containsEntry("earning_tokens", Meetings.EARNING)
                .containsEntry("penalty_tokens", Meetings.PENALTY)
                .containsEntry("cutoff_minutes", (int) Meetings.CUTOFF.toMinutes())
                .containsEntry("request_expires_at", Timestamp.from(Meetings.NOW.plus(Booking.TIME_TO_ANSWER)))
                .containsEntry("confirmed_at", Timestamp.from(Meetings.NOW))
                .containsEntry("cancel_requested_by", student.value())
                .containsEntry("cancel_requested_at", Timestamp.from(Meetings.NOW))
                .containsEntry("cancel_reason", booking.cancelReason())
                .containsEntry("meeting_url", null)
                .containsEntry("no_show", false)
                .containsEntry("earnings_credited", false)
                .containsEntry("version", slot.version())
                .containsEntry("created_at", Timestamp.from(Meetings.NOW))
                .containsEntry("updated_at", Timestamp.from(Meetings.NOW.plusSeconds(1)));
    }

    @Test
    void recordsATransition() {
        var open = added(Meetings.open(mentor.userId(), Meetings.HOUR.multipliedBy(72)));
        var change = Meetings.change(open, open.request(student, mentor, Meetings.NOW));
        assertThat(slots.change(change)).isTrue();

        assertThat(jdbc.sql(
                                "SELECT *, from_status::text AS before, to_status::text AS after FROM mentoring.slot_transitions")
                        .query()
                        .singleRow())
                .containsEntry("slot_id", open.id().value())
                .containsEntry("version", 2)
                .containsEntry("before", "tentative")
                .containsEntry("after", "meeting_requested")
                .containsEntry(
                        "actor_id", Objects.requireNonNull(change.actor()).value())
                .containsEntry("reason", "For a test")
                .containsEntry("created_at", Timestamp.from(change.at()));
    }

    @Test
    void creditsEarningsOfACompletedSlotOnly() {
        storedIn(SlotStatus.COMPLETED);

        assertThat(jdbc.sql("SELECT earnings_credited FROM mentoring.slots")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void recordsAWithdrawal() {
        var withdrawn = withdrawn(added(Meetings.open(mentor.userId(), Meetings.HOUR)));

        assertThat(jdbc.sql(
                                "SELECT *, from_status::text AS before, to_status::text AS after FROM mentoring.slot_transitions")
                        .query()
                        .singleRow())
                .containsEntry("slot_id", withdrawn.id().value())
                .containsEntry("version", 2)
                .containsEntry("before", "tentative")
                .containsEntry("after", "cancelled")
                .containsEntry("actor_id", mentor.userId().value())
                .containsEntry("reason", null)
                .containsEntry("created_at", Timestamp.from(Meetings.NOW));
    }
}
