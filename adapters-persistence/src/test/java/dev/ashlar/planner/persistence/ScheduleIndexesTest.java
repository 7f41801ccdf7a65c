// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FilledTables;
import dev.ashlar.kernel.persistence.testing.Kills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The index of spans is taken where schedules are long: 20 people with an item in every hour of 1,000. */
@Kills(mutant = "index ix_schedule_items_covers", test = "areUsedForARange")
class ScheduleIndexesTest {
    private static final FilledTables FILLED = new FilledTables("""
            INSERT INTO planner.schedule_items (
                id, owner_id, title, starts_at, ends_at, zone, covers, created_at, updated_at
            )
            SELECT
                gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(person::text, 12, '0'))::uuid, 'Item', starts_at,
                starts_at + INTERVAL '1 hour', 'UTC', tstzrange(starts_at, starts_at + INTERVAL '1 hour'), now(), now()
            FROM generate_series(1, 20) AS person
            CROSS JOIN generate_series(
                timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-02-11 15:00:00Z', INTERVAL '1 hour'
            ) AS starts_at""");

    @AfterAll
    static void dropDatabase() {
        FILLED.close();
    }

    @Test
    void areUsedForARange() {
        assertThat(FILLED.indexesOf("""
                planner.schedule_items WHERE owner_id = '00000000-0000-7000-8000-000000000007'
                AND covers && tstzrange('2026-01-02 00:00:00Z', '2026-01-03 00:00:00Z')
                AND deleted_at IS NULL AND cancelled_at IS NULL ORDER BY id LIMIT 1000""")).containsExactly("ix_schedule_items_covers");
    }
}
