// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.application.SqlState;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and changes when the other's pool, of one connection, has none left. */
class ExhaustedPoolsTest {
    private static TestDatabase database;
    private static HikariDataSource writers;
    private static HikariDataSource readers;
    private static JdbcClient jdbc;

    private final TransactionTemplate writing =
            new TransactionTemplate(new ServiceTransactions(writers, new Connections(writers, readers)));
    private final TransactionTemplate reading =
            new TransactionTemplate(new ServiceTransactions(writers, new Connections(writers, readers)));

    ExhaustedPoolsTest() {
        reading.setReadOnly(true);
    }

    @BeforeAll
    static void connect() {
        database = TestDatabase.migrated();
        writers = new HikariDataSource();
        database.application().copyStateTo(writers);
        writers.setMaximumPoolSize(2);
        writers.setConnectionTimeout(250);
        readers = Pools.split(writers, 50).readers();
        jdbc = JdbcClient.create(writers);
    }

    @AfterAll
    static void close() {
        readers.close();
        writers.close();
        database.close();
    }

    @Test
    void readsThatTakeAllConnectionsLeaveChangesAlone() throws SQLException {
        try (var _ = readers.getConnection()) {
            assertUnavailable(reading);
            assertThat(session(writing)).isPositive();
        }
        assertThat(session(reading)).isPositive();
    }

    @Test
    void changesThatTakeAllConnectionsLeaveReadsAlone() throws SQLException {
        try (var _ = writers.getConnection()) {
            assertUnavailable(writing);
            assertThat(session(reading)).isPositive();
        }
        assertThat(session(writing)).isPositive();
    }

    private static void assertUnavailable(TransactionTemplate transaction) {
        assertThatThrownBy(() -> session(transaction))
                .extracting(SqlState::of)
                .isEqualTo(SqlState.CONNECTION_EXCEPTION);
    }

    private static Integer session(TransactionTemplate transaction) {
        return transaction.execute(status ->
                jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single());
    }
}
