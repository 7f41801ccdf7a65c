// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class FirstConnectionTest {
    private static final String ROLE = "ashlar_app";

    private static TestDatabase usual;
    private static TestDatabase readOnly;

    @BeforeAll
    static void create() {
        usual = TestDatabase.migrated();
        readOnly = TestDatabase.migrated();
        readOnly.psql()
                .sql("ALTER DATABASE " + name(readOnly) + " SET default_transaction_read_only = on")
                .update();
    }

    @AfterAll
    static void drop() {
        readOnly.close();
        usual.close();
    }

    @Test
    void refusesToStartOnAReadOnlyDatabase() {
        assertThatThrownBy(() -> check(readOnly, usual))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The database is read-only");
    }

    /** An outage of this database is one of its context. */
    @Test
    void startsWhileTheDatabaseOfAContextIsReadOnly() {
        assertThatCode(() -> check(usual, readOnly)).doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseOfAContextThatIsNotMigrated() {
        try (var empty = TestDatabase.empty()) {
            assertThatThrownBy(() -> check(usual, empty))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Migrations are pending on the database of ashlar.contexts.sync.url")
                    .hasMessageContaining("run `ashlar migrate` as the owner");
        }
    }

    private static void check(TestDatabase common, TestDatabase ofSync) {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", common.url())
                .withProperty("spring.datasource.username", ROLE)
                .withProperty("spring.datasource.password", ROLE)
                .withProperty("ashlar.contexts.sync.url", settingOf(ofSync));
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            FirstConnection.check(context);
        }
    }

    private static String settingOf(TestDatabase database) {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        return "postgres://" + ROLE + ":" + ROLE + "@localhost:" + port + "/" + name(database);
    }

    private static String name(TestDatabase database) {
        return database.url().replaceFirst(".*/([^?]+).*", "$1");
    }
}
