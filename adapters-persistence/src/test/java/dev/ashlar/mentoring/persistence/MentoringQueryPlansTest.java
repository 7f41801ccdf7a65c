// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** There is an index for every way in which the rows of mentoring are looked for. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_slot_feedbacks_about_id", test = "usesAnIndexForEachQuery")
class MentoringQueryPlansTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mentors WHERE user_id = ID; pk_mentors",
                "mentors WHERE is_active AND user_id < ID ORDER BY user_id DESC LIMIT 9; (ix_mentors_active|pk_mentors)",
                "mentors WHERE is_active AND COALESCE(slots_until, '-infinity'::date) < '2030-01-01'"
                        + " ORDER BY COALESCE(slots_until, '-infinity'::date), user_id LIMIT 9; ix_mentors_without_slots",
                "availability_rules WHERE mentor_id = ID ORDER BY mentor_id, day_of_week, local_start, id;"
                        + " ix_availability_rules_mentor_id",
                "availability_overrides WHERE mentor_id = ID ORDER BY mentor_id, day, local_start, id;"
                        + " ix_availability_overrides_mentor_id",
                "slots WHERE id = ID; pk_slots",
                "slots WHERE mentor_id = ID AND status = 'tentative' AND starts_at >= now() ORDER BY starts_at LIMIT 9;"
                        + " ix_slots_(mentor_id_)?open", // an empty table makes both cost the same
                "slots WHERE student_id = ID ORDER BY starts_at DESC, id DESC LIMIT 9; ix_slots_student_id",
                "slots WHERE mentor_id = ID AND student_id IS NOT NULL ORDER BY starts_at DESC, id DESC LIMIT 9;"
                        + " ix_slots_mentor_id(_meetings)?",
                "slots WHERE status = 'tentative' AND starts_at <= now() ORDER BY starts_at, id LIMIT 9; ix_slots_open",
                "slots WHERE status IN ('meeting_requested', 'under_review') AND request_expires_at <= now() AND put_aside_at IS NULL"
                        + " ORDER BY request_expires_at, id LIMIT 9; ix_slots_request_expires_at",
                "slots WHERE status = 'cancellation_requested' AND starts_at <= now() AND put_aside_at IS NULL ORDER BY starts_at, id LIMIT 9;"
                        + " ix_slots_undecided",
                "slots WHERE status = 'confirmed' AND ends_at <= now() AND put_aside_at IS NULL ORDER BY ends_at, id LIMIT 9; ix_slots_confirmed",
                "slot_transitions WHERE slot_id = ID AND version > 1 ORDER BY version LIMIT 9; pk_slot_transitions",
                "slot_feedbacks WHERE about_id = ID; ix_slot_feedbacks_about_id",
                "slot_feedbacks WHERE author_id = ID ORDER BY id DESC LIMIT 9; ix_slot_feedbacks_author_id"
            })
    void usesAnIndexForEachQuery(String query, String index) {
        QueryPlans.assertIndex(jdbc, "mentoring." + query, index);
    }
}
