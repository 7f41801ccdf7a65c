// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases with data, functions or extensions of earlier versions, before they are migrated. */
@Tag("exhaustive")
class EarlierVersionsTest {
    @Test
    void movesTheExtensionFromAnotherSchema() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty()) {
            var psql = database.psql();
            psql.sql("CREATE EXTENSION pg_trgm SCHEMA public").update();

            migrate(database);

            assertThat(psql.sql("SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'pg_trgm'")
                            .query(String.class)
                            .single())
                    .isEqualTo("kernel");
        }
    }

    @Test
    void foldsCollegesAgainThatAnEarlierVersionHasFolded() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.migrated()) {
            var psql = database.psql();
            psql.sql("""
                            CREATE OR REPLACE FUNCTION kernel.folded(value text) RETURNS text
                                LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                                RETURN translate(lower(value), 'ß', 's')""").update();
            psql.sql("""
                            INSERT INTO admissions.colleges (id, name, city, created_at, updated_at)
                            VALUES (gen_random_uuid(), 'Haus an der Straße', 'Wien', now(), now())""").update();
            assertThat(found(psql)).isZero();
            psql.sql("DELETE FROM public.databasechangelog WHERE id IN ('015-fold-letters', '009-fold-colleges')")
                    .update();

            assertThat(migrate(database))
                    .containsExactly(
                            "applied      kernel:015-fold-letters", "applied      admissions:009-fold-colleges");

            assertThat(found(psql)).isEqualTo(1);
        }
    }

    @Test
    void endsTheWaitingListsOfBatchesThatAnEarlierVersionHasCancelled() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.migrated()) {
            var psql = database.psql();
            psql.sql("""
                            WITH course AS (
                                INSERT INTO admissions.courses (id, code, title, list_price, currency, created_at, updated_at)
                                VALUES (gen_random_uuid(), 'DATA', 'Data', 10, 'EUR', now(), now())
                                RETURNING id
                            ),
                            batches AS (
                                INSERT INTO admissions.batches (
                                    id, course_id, code, starts_on, ends_on, capacity, status, created_at, updated_at
                                )
                                SELECT gen_random_uuid(), course.id, s.status, '2026-01-01', '2026-02-01', 5, s.status, now(), now()
                                FROM course
                                CROSS JOIN unnest('{open,running,cancelled}'::admissions.batch_status[]) AS s (status)
                                RETURNING id, course_id, status
                            )
                            INSERT INTO admissions.applications (
                                id, application_no, user_id, platform, course_id, batch_id, list_price, final_amount, currency,
                                status, waitlisted_at, decided_by, created_at, updated_at
                            )
                            SELECT
                                gen_random_uuid(), rpad(b.status::text, 14, '-'), gen_random_uuid(), 'mentor', b.course_id, b.id, 10, 10,
                                'EUR', 'waitlisted', now(), gen_random_uuid(), now(), now()
                            FROM batches AS b""").update();
            psql.sql("DELETE FROM public.databasechangelog WHERE id = '010-end-waiting-lists'")
                    .update();

            migrate(database);

            assertThat(psql.sql("""
                            SELECT b.status || ' ' || a.status || ' ' || COALESCE(e.note, '')
                            FROM admissions.applications AS a
                            JOIN admissions.batches AS b ON b.id = a.batch_id
                            LEFT JOIN admissions.application_events AS e
                              ON e.application_id = a.id AND e.version = a.version
                            ORDER BY b.status""").query(String.class).list())
                    .containsExactly(
                            "open waitlisted ",
                            "running accepted The batch has begun or is cancelled.",
                            "cancelled accepted The batch has begun or is cancelled.");
        }
    }

    private static List<String> migrate(TestDatabase database) throws SQLException, LiquibaseException {
        var told = new ArrayList<String>();
        try (var connection = database.owner().getConnection()) {
            new Migrations(connection).migrate(told::add);
        }
        return told;
    }

    private static int found(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM admissions.colleges WHERE search LIKE kernel.containing('strasse')")
                .query(Integer.class)
                .single();
    }
}
