// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many mentors with open slots, and many students with tokens, made by few large statements. The slots are numbered in the
 * order of time; neighbors are of different mentors and meant for different students, so that nobody is in two places.
 */
record Timetable(OffsetDateTime start, int slots) {
    static final int MENTORS = 64;
    static final int STUDENTS = 320;
    static final long PRICE = 20;
    static final long EARNING = 16;

    /** Fills the database of an Ashlar that has nobody in it yet. */
    static Timetable fill(JdbcClient psql, int slots) {
        var start =
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(2);
        psql.sql("""
                        WITH opened AS (
                            INSERT INTO wallet.tokens (user_id, balance, last_seq, created_at, updated_at)
                            SELECT ('0a000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1000000, 1, now(), now()
                            FROM generate_series(0, ? - 1) AS n
                            RETURNING user_id
                        )
                        INSERT INTO wallet.token_usages (
                            id, user_id, seq, usage_type, delta, balance_before, balance_after, reason, idempotency_key,
                            created_at
                        )
                        SELECT
                            gen_random_uuid(), user_id, 1, 'purchase', 1000000, 0, 1000000, 'Benchmark', 'start:' || user_id,
                            now()
                        FROM opened""").param(STUDENTS).update();
        psql.sql("""
                        WITH opened AS (
                            INSERT INTO wallet.tokens (user_id, created_at, updated_at)
                            SELECT ('0b000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now(), now()
                            FROM generate_series(0, ? - 1) AS n
                            RETURNING user_id
                        )
                        INSERT INTO mentoring.mentors (
                            user_id, headline, time_zone, token_price, earning_tokens, slot_minutes, buffer_minutes,
                            min_notice_minutes, cancel_cutoff_minutes, penalty_tokens, direct_booking, meeting_url,
                            created_at, updated_at
                        )
                        SELECT
                            user_id, 'Mentor', 'Europe/Berlin', ?, ?, 60, 0, 60, 1440, 5, TRUE, 'https://meet.example/1',
                            now(), now()
                        FROM opened""").params(MENTORS, PRICE, EARNING).update();
        psql.sql("""
                        INSERT INTO mentoring.slots (id, mentor_id, starts_at, ends_at, created_at, updated_at)
                        SELECT
                            ('51000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                            ('0b000000-0000-7000-8000-' || lpad(to_hex(n % :mentors), 12, '0'))::uuid,
                            :start + make_interval(hours => n / :mentors),
                            :start + make_interval(hours => n / :mentors + 1), now(), now()
                        FROM generate_series(0, :slots - 1) AS n""")
                .param("mentors", MENTORS)
                .param("start", start)
                .param("slots", slots)
                .update();
        psql.sql("ANALYZE").update();
        return new Timetable(start, slots);
    }

    /** The same, once all of its meetings are over. */
    Timetable letPass(JdbcClient psql) {
        psql.sql("""
                        UPDATE mentoring.slots
                        SET starts_at = starts_at - INTERVAL '1000 days',
                            ends_at = ends_at - INTERVAL '1000 days'""").update();
        psql.sql("VACUUM (ANALYZE) mentoring.slots").update();
        return new Timetable(start.minusDays(1000), slots);
    }

    static UUID slot(int number) {
        return id("51", number);
    }

    static UUID student(int number) {
        return id("0a", number % STUDENTS);
    }

    static UUID mentor(int number) {
        return id("0b", number % MENTORS);
    }

    OffsetDateTime startOf(int number) {
        return start.plusHours(number / MENTORS);
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString(kind + "000000-0000-7000-8000-" + "%012x".formatted(number));
    }
}
