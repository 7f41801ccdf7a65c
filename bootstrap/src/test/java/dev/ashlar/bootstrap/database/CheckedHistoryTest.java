// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class CheckedHistoryTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Connection OWNER = owner(DATABASE);

    @BeforeAll
    static void keep() throws Exception {
        new Migrations(OWNER).keepIfComplete();
    }

    @AfterEach
    void undo() throws SQLException {
        OWNER.rollback();
    }

    @AfterAll
    static void close() throws SQLException {
        OWNER.close();
        DATABASE.close();
    }

    private static Connection owner(TestDatabase database) {
        try {
            return database.owner().getConnection();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void isSeenByTheApplication() throws SQLException {
        try (var application = DATABASE.application().getConnection()) {
            assertThat(CheckedHistory.isUnchanged(application)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM databasechangelog WHERE id = '004-grant-history'",
                "UPDATE databasechangelog SET md5sum = '9:0' WHERE id = '004-grant-history'",
                "UPDATE databasechangelog SET exectype = 'FAILED' WHERE id = '004-grant-history'",
                "UPDATE databasechangelog SET filename = 'elsewhere.sql' WHERE id = '004-grant-history'",
                "COMMENT ON TABLE databasechangelog IS NULL",
                "ALTER TABLE databasechangelog RENAME TO another"
            })
    void isNoLongerTrustedAfterAChangeOf(String history) throws SQLException {
        run(OWNER, history);

        assertThat(CheckedHistory.isUnchanged(OWNER)).isFalse();
    }

    @Test
    void isNoLongerTrustedWithAnotherChangelog(@TempDir Path directory) throws Throwable {
        var changelog = directory.resolve("db/changelog/annex/001-create-schema.sql");
        Files.createDirectories(changelog.getParent());
        Files.writeString(changelog, "--liquibase formatted sql");
        with(directory, () -> assertThat(CheckedHistory.isUnchanged(OWNER)).isFalse());
    }

    private static void with(Path directory, ThrowingCallable assertions) throws Throwable {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        try (var classes = new URLClassLoader(new URL[] {directory.toUri().toURL()}, loader)) {
            thread.setContextClassLoader(classes);
            assertions.call();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** Liquibase refuses it. */
    @Test
    void isNoLongerTrustedWithAChangelogTwice(@TempDir Path directory) throws Throwable {
        var path = "db/changelog/kernel/004-grant-history.sql";
        var copy = directory.resolve(path);
        Files.createDirectories(copy.getParent());
        Files.write(copy, new ClassPathResource(path).getContentAsByteArray());
        with(directory, () -> {
            assertThat(CheckedHistory.isUnchanged(OWNER)).isFalse();
            assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> new Migrations(OWNER).pending());
        });
    }

    @Test
    void isNotKeptWhileMigrationsArePending() throws Exception {
        try (var database = TestDatabase.migrated();
                var owner = owner(database)) {
            run(owner, "DELETE FROM databasechangelog WHERE id = '004-grant-history'");

            new Migrations(owner).keepIfComplete();

            assertThat(CheckedHistory.isUnchanged(owner)).isFalse();
        }
    }

    @Test
    void isNotKeptByALoginThatDoesNotOwnIt() throws Exception {
        try (var database = TestDatabase.migrated();
                var application = database.application().getConnection()) {
            new Migrations(application).keepIfComplete();
            application.rollback();

            assertThat(CheckedHistory.isUnchanged(application)).isFalse();
        }
    }

    @Test
    void isNotKeptInAReadOnlyDatabase() throws Exception {
        try (var database = TestDatabase.migrated();
                var owner = owner(database)) {
            run(owner, "SET default_transaction_read_only = on");

            new Migrations(owner).keepIfComplete();
            owner.rollback();

            assertThat(CheckedHistory.isUnchanged(owner)).isFalse();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
