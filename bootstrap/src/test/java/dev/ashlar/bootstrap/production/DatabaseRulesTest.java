package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseRulesTest {
    @Test
    void aMigratedDatabaseAndTheApplicationsRolePass() throws SQLException {
        try (var database = TestDatabase.migrated();
                var connection = database.application().getConnection()) {
            assertThat(DatabaseRules.violations(connection)).isEmpty();
        }
    }

    @Test
    void aSuperuserIsRefused() throws SQLException {
        try (var database = TestDatabase.migrated();
                var connection = database.owner().getConnection()) {
            assertThat(DatabaseRules.violations(connection))
                    .singleElement()
                    .asString()
                    .contains("superuser");
        }
    }

    @Test
    void aRoleThatMayChangeASchemaIsRefused() throws SQLException {
        try (var database = TestDatabase.migrated();
                var owner = database.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("GRANT CREATE ON SCHEMA wallet TO ashlar_app");
            try (var connection = database.application().getConnection()) {
                assertThat(DatabaseRules.violations(connection))
                        .singleElement()
                        .asString()
                        .contains("may change the schema (wallet)");
            }
        }
    }

    @Test
    void pendingMigrationsAreRefusedAndNotRun() throws SQLException {
        try (var database = TestDatabase.migrated();
                var owner = database.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("DELETE FROM public.databasechangelog WHERE id = '004-grant-history'");
            try (var connection = database.application().getConnection()) {
                for (int twice = 0; twice < 2; twice++) {
                    assertThat(DatabaseRules.violations(connection))
                            .singleElement()
                            .asString()
                            .contains("1 migrations are pending, first kernel:004-grant-history");
                }
            }
        }
    }

    @Test
    void anEmptyDatabaseHasEverythingPending() throws SQLException {
        try (var database = TestDatabase.empty();
                var connection = database.application().getConnection()) {
            assertThat(DatabaseRules.violations(connection))
                    .singleElement()
                    .asString()
                    .contains("ashlar migrate");
        }
    }
}
