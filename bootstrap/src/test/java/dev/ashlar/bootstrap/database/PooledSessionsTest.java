// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Sessions that are not pooled; PgBouncerJourney has some that are. */
class PooledSessionsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void areNotTakenForPooledOnPostgresItself() throws SQLException {
        try (var connection = DATABASE.owner().getConnection()) {
            assertThat(PooledSessions.isPooled(connection)).isFalse();
            assertThatCode(() -> PooledSessions.refuseMigration(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void loseNothingOnPostgresItself() throws SQLException {
        var settings = settings("-c statement_timeout=10000 -c lock_timeout=3s");
        try (var connection = settings.open()) {
            assertThatCode(() -> PooledSessions.refuseLosses(connection, settings))
                    .doesNotThrowAnyException();
            assertThat(connection.getAutoCommit())
                    .as("for the questions that follow")
                    .isTrue();
        }
    }

    @Test
    void areRefusedWithTheStatementsThatGiveTheLoginItsLimits() throws SQLException {
        try (var connection = settings("-c statement_timeout=10000").open()) {
            assertThatThrownBy(() -> PooledSessions.refuseLosses(
                            connection, settings("-c statement_timeout=10000 -c lock_timeout=3000")))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("ALTER ROLE ashlar_app SET lock_timeout = '3s'.")
                    .hasMessageNotContaining("SET statement_timeout");
        }
    }

    @Test
    void getTheLimitsOfTheSettingsFromTheScriptForTheLogin() throws Exception {
        var script = Files.readString(Path.of("..", "deploy", "pgbouncer", "login.sql"));
        var settings = settings(shippedOptions());
        try (var connection = settings("-c work_mem=4MB").open()) {
            execute(connection, script.replaceAll("ALTER ROLE CURRENT_USER SET", "SET"));

            assertThatCode(() -> PooledSessions.refuseLosses(connection, settings))
                    .doesNotThrowAnyException();
        }
    }

    private static String shippedOptions() throws IOException {
        var shipped = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        return String.valueOf(shipped.getProperty("spring.datasource.hikari.data-source-properties.options"));
    }

    @Test
    void leakWhenTwoConnectionsShareASession() throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var other = DATABASE.owner().getConnection()) {
            assertThat(PooledSessions.leak(connection, connection)).isTrue();
            assertThat(PooledSessions.leak(connection, other)).isFalse();
        }
    }

    /** Each start asks, over a network and before it serves. */
    @Test
    void areFoundSeparateAfterFewTransactions() throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var other = DATABASE.owner().getConnection()) {
            var counted = mock(Connection.class, delegatesTo(connection));
            var countedToo = mock(Connection.class, delegatesTo(other));

            assertThat(PooledSessions.leak(counted, countedToo)).isFalse();

            then(counted).should(times(10)).setAutoCommit(true);
            then(countedToo).should(times(20)).setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ConnectionSettings settings(String options) {
        var properties = new Properties();
        properties.setProperty("user", "ashlar_app");
        properties.setProperty("password", "ashlar_app");
        properties.setProperty("options", options);
        return new ConnectionSettings(DATABASE.url(), properties);
    }
}
