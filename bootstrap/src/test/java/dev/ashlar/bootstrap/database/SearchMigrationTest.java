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

/** Databases that had other search functions, or their extension in another schema, before they are migrated. */
@Tag("exhaustive")
class SearchMigrationTest {
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
