// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRulesTest {
    /** For the tests that undo what they grant. */
    private static TestDatabase shared;

    @BeforeAll
    static void createDatabase() {
        shared = TestDatabase.migrated();
    }

    @AfterAll
    static void dropDatabase() {
        shared.close();
    }

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
                            .contains(
                                    "Migrations are pending (1, first kernel:004-grant-history); run `ashlar migrate`");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT pg_write_all_data TO guarded",
                "GRANT pg_read_all_data TO guarded",
                "GRANT pg_execute_server_program TO guarded",
                "GRANT pg_write_server_files TO guarded",
                "ALTER ROLE guarded CREATEROLE",
                "ALTER ROLE guarded BYPASSRLS",
                "ALTER ROLE guarded REPLICATION",
                "ALTER ROLE guarded NOINHERIT; GRANT pg_write_all_data TO guarded; GRANT ashlar_app TO guarded",
                "CREATE ROLE guarded_group ROLE guarded; GRANT pg_write_all_data TO guarded_group"
            })
    void refusesALoginThatReachesPastItsGrants(String grant) throws SQLException {
        assertThat(violationsOf(grant))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("The user guarded of DATABASE_URL has rights past its grants"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT postgres TO guarded",
                "ALTER ROLE guarded SUPERUSER",
                "CREATE ROLE guarded_group SUPERUSER ROLE guarded"
            })
    void refusesALoginThatMayBecomeASuperuser(String grant) throws SQLException {
        assertThat(violationsOf(grant)).singleElement().asString().contains("is a superuser or may become one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT TRUNCATE ON wallet.token_usages TO guarded",
                "GRANT UPDATE ON wallet.token_usages TO guarded",
                "CREATE ROLE guarded_group ROLE guarded; ALTER TABLE wallet.token_usages OWNER TO guarded_group"
            })
    void refusesALoginWithRightsThatTheApplicationLacks(String grant) throws SQLException {
        assertThat(violationsOf(grant)).singleElement().asString().contains(" on wallet.token_usages; revoke them");
    }

    @Test
    void refusesALoginWithoutTheRightsOfTheApplication() throws SQLException {
        assertThat(violationsOf("REVOKE ashlar_app FROM guarded"))
                .anySatisfy(sentence -> assertThat(sentence).contains("GRANT ashlar_app TO guarded"));
    }

    @Test
    void acceptsALoginThatAlsoReadsStatistics() throws SQLException {
        assertThat(violationsOf("GRANT pg_monitor TO guarded")).isEmpty();
    }

    /** Violations of a member of {@code ashlar_app} after a statement of the superuser. */
    private static List<String> violationsOf(String grant) throws SQLException {
        try (var owner = shared.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'guarded' IN ROLE ashlar_app");
            try {
                statement.execute(grant);
                try (var connection = DriverManager.getConnection(shared.url(), "guarded", "guarded")) {
                    return DatabaseRules.violations(connection);
                }
            } finally {
                for (var role : new String[] {"guarded", "guarded_group"}) {
                    if (exists(statement, role)) {
                        statement.execute("REASSIGN OWNED BY " + role + " TO CURRENT_USER; DROP OWNED BY " + role
                                + "; DROP ROLE " + role);
                    }
                }
            }
        }
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (var rows = statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            return rows.next();
        }
    }
}
