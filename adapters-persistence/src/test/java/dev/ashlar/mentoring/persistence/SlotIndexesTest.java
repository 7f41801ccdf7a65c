// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FilledTables;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The partial indexes of slots are taken where there are many slots: 100 mentors with 40 meetings held, and of the next 160
 * hours every second one open, the others booked but for a few that the mentor took back.
 */
@Kills(mutant = "index ix_slots_mentor_id_meetings", test = "areUsedForOneMentor")
@Kills(mutant = "index ix_slots_mentor_id_open", test = "areUsedForOneMentor")
@Kills(mutant = "index ix_slots_taken_back", test = "areUsedForOneMentor")
class SlotIndexesTest {
    private static final String MENTOR = "'00000000-0000-7000-8000-000000000042'";

    private static final FilledTables FILLED = new FilledTables("""
            INSERT INTO mentoring.mentors (
                user_id, headline, time_zone, token_price, earning_tokens, slot_minutes, buffer_minutes, min_notice_minutes,
                cancel_cutoff_minutes, penalty_tokens, direct_booking, created_at, updated_at
            )
            SELECT
                ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Helps', 'UTC', 10, 8, 60, 0, 0, 0, 0, TRUE,
                now(), now()
            FROM generate_series(1, 100) AS n""", """
            INSERT INTO mentoring.slots (
                id, mentor_id, student_id, starts_at, ends_at, status, is_available, price_tokens, earning_tokens,
                penalty_tokens, cutoff_minutes, confirmed_at, earnings_credited, created_at, updated_at
            )
            SELECT
                gen_random_uuid(), user_id, CASE WHEN is_booked THEN gen_random_uuid() END, starts_at,
                starts_at + INTERVAL '30 minutes', status, status = 'tentative', CASE WHEN is_booked THEN 10 END,
                CASE WHEN is_booked THEN 8 END, CASE WHEN is_booked THEN 0 END, CASE WHEN is_booked THEN 0 END,
                CASE WHEN is_booked THEN now() END, status = 'completed', now(), now()
            FROM (
                SELECT *, status IN ('completed', 'confirmed') AS is_booked
                FROM (
                    SELECT
                        m.user_id,
                        now() + n * INTERVAL '1 hour' AS starts_at,
                        CASE
                            WHEN n < 0 THEN 'completed'
                            WHEN n % 2 = 0 THEN 'tentative'
                            WHEN n % 40 = 1 THEN 'cancelled'
                            ELSE 'confirmed'
                        END::mentoring.slot_status AS status
                    FROM mentoring.mentors AS m
                    CROSS JOIN generate_series(-40, 160) AS n
                ) AS planned
            ) AS slot""");

    @AfterAll
    static void dropDatabase() {
        FILLED.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status = 'tentative' AND starts_at >= now() ORDER BY starts_at LIMIT 20; ix_slots_mentor_id_open",
                "student_id IS NOT NULL ORDER BY starts_at DESC, id DESC LIMIT 20; ix_slots_mentor_id_meetings",
                "status = 'cancelled' AND NOT is_available AND during && tstzrange(now(), now() + INTERVAL '1 hour');"
                        + " ix_slots_taken_back"
            })
    void areUsedForOneMentor(String condition, String index) {
        assertThat(FILLED.indexesOf("mentoring.slots WHERE mentor_id = " + MENTOR + " AND " + condition))
                .containsExactly(index);
    }

    /** Offers of ten mentors for ten days; a join would read the slots of all mentors. */
    @Test
    void compareALargeBatchWithSlotsOfItsMentorsOnly() {
        var from = Instant.now();
        var offers = IntStream.range(0, 4_800)
                .mapToObj(number -> offer(number % 10, from.plus(Duration.ofMinutes(30L * (number / 10)))))
                .toList();
        var plan = FILLED.planOf(SlotMapper.class, "offerAll", Map.of("offers", offers, "at", from));

        assertThat(plan).anyMatch(line -> line.contains(" ix_slots_taken_back "));
        assertThat(plan)
                .filteredOn(line -> line.contains("during &&"))
                .allMatch(line -> line.contains("(mentor_id = o.mentor_id) AND (during && "))
                .filteredOn(line -> line.contains("Index Cond: "))
                .hasSize(2);
    }

    private static Offer offer(int mentor, Instant startsAt) {
        var id = new UserId(UUID.fromString("00000000-0000-7000-8000-00000000000" + mentor));
        return new Offer(Meetings.slotId(), id, startsAt, startsAt.plus(Duration.ofMinutes(30)), true);
    }
}
