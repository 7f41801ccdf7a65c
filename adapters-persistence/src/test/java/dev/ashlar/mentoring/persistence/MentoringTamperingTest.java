// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Privileges;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.SlotStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that cannot be stored even by hand, and rights that even a compromised application does not have. */
@PersistenceTest
class MentoringTamperingTest {
    private final MentorMapper mentors;
    private final SlotMapper slots;
    private final TransactionTemplate transaction;
    private final JdbcClient application;
    private final JdbcClient owner;

    @Autowired
    MentoringTamperingTest(
            MentorMapper mentors,
            SlotMapper slots,
            TransactionTemplate transaction,
            JdbcClient application,
            FreshDatabase.Switch database) {
        this.mentors = mentors;
        this.slots = slots;
        this.transaction = transaction;
        this.application = application;
        this.owner = database.database().psql();
    }

    @BeforeEach
    void addSlots() {
        transaction.executeWithoutResult(_ -> {
            var mentor = Meetings.mentor();
            mentors.add(mentor, Meetings.NOW);
            add(mentor, SlotStatus.CONFIRMED);
            slots.add(Meetings.open(mentor.userId(), Meetings.HOUR), Meetings.NOW);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "chk_slots_student; SET student_id = mentor_id WHERE status = 'confirmed'",
                "chk_slots_booking; SET price_tokens = NULL WHERE status = 'confirmed'",
                "chk_slots_booking; SET cutoff_minutes = 5 WHERE status = 'tentative'",
                "chk_slots_booked; SET status = 'under_review', is_available = FALSE WHERE status = 'tentative'",
                "chk_slots_terms; SET penalty_tokens = price_tokens + 1 WHERE status = 'confirmed'",
                "chk_slots_terms; SET earning_tokens = price_tokens + 1 WHERE status = 'confirmed'",
                "chk_slots_paid; SET confirmed_at = NULL WHERE status = 'confirmed'",
                "chk_slots_paid; SET status = 'under_review' WHERE status = 'confirmed'",
                "chk_slots_cancellation; SET status = 'cancellation_requested' WHERE status = 'confirmed'",
                "chk_slots_cancellation; SET cancel_requested_by = mentor_id WHERE status = 'confirmed'",
                "chk_slots_available; SET is_available = TRUE WHERE status = 'confirmed'",
                "chk_slots_available; SET is_available = FALSE WHERE status = 'tentative'",
                "chk_slots_earnings; SET earnings_credited = TRUE WHERE status = 'confirmed'",
                "chk_slots_no_show; SET no_show = TRUE WHERE status = 'confirmed'",
                "chk_slots_length; SET ends_at = starts_at",
                "chk_slots_length; SET ends_at = starts_at + INTERVAL '9 hours'",
                "chk_slots_meeting_url; SET meeting_url = 'javascript:alert(1)' WHERE status = 'confirmed'",
                "ex_slots_mentor; SET starts_at = now(), ends_at = now() + INTERVAL '1 hour'"
            })
    void refusesInconsistentRows(String constraint, String change) {
        assertThatThrownBy(() -> owner.sql("UPDATE mentoring.slots " + change).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "append-only; UPDATE mentoring.slot_transitions SET reason = 'Nothing to see here'",
                "append-only; DELETE FROM mentoring.slot_transitions",
                "append-only; TRUNCATE mentoring.slot_transitions",
                "append-only; TRUNCATE mentoring.slot_feedbacks",
                "fk_slot_transitions_slot_id; DELETE FROM mentoring.slots WHERE status = 'confirmed'"
            })
    void refusesChangesOfTheHistory(String reason, String sql) {
        assertThatThrownBy(() -> owner.sql(sql).update()).rootCause().hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE mentoring.slot_transitions SET reason = 'Nothing to see here'",
                "DELETE FROM mentoring.slot_feedbacks",
                "DELETE FROM mentoring.mentors",
                "UPDATE mentoring.availability_rules SET local_start = '00:00'",
                "TRUNCATE mentoring.slots CASCADE",
                "ALTER TABLE mentoring.slots DROP CONSTRAINT ex_slots_mentor",
                "CREATE TABLE mentoring.more (id int)"
            })
    void refusesDeletionsByTheApplication(String sql) {
        Privileges.assertRefused(application, sql);
    }

    private void add(Mentor mentor, SlotStatus status) {
        var slot = Meetings.in(status, mentor, Meetings.user());
        var open = OpenSlot.of(slot.offer());
        slots.add(open, Meetings.NOW);
        if (slot instanceof BookedSlot booked) {
            slots.change(Meetings.change(open, booked));
        }
    }
}
