// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partitions of a table of log lines. Tests of the mappers show how contexts call the functions. */
@PersistenceTest
class PartitionFunctionsTest {
    private static final String MAKE = "SELECT kernel.make_partitions('kernel.lines', '2001-02-28', '2001-03-01')";
    private static final String STORE = "INSERT INTO kernel.lines (created_at) VALUES ('2001-02-28 12:00:00Z')";

    @Autowired
    private JdbcClient application;

    @Autowired
    private FreshDatabase.Switch database;

    @BeforeEach
    void createTable() {
        psql().sql("DROP TABLE IF EXISTS kernel.lines").update();
        psql().sql("CREATE TABLE kernel.lines (created_at timestamptz NOT NULL) PARTITION BY RANGE (created_at)")
                .update();
        psql().sql("CREATE TABLE kernel.lines_rest PARTITION OF kernel.lines DEFAULT")
                .update();
    }

    @Test
    void makeEachPartitionOnceForManyInstances() {
        var outcomes = Together.run(4, () -> number(MAKE));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes).extracting(Outcome::value).containsExactlyInAnyOrder(2L, 0L, 0L, 0L);
    }

    /** Without a lock the row would be in the default partition when that may no longer hold it. */
    @Test
    void waitForARowThatIsNotCommitted() throws SQLException {
        CompletableFuture<Long> made;
        try (var connection = database.database().owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(STORE);
            made = CompletableFuture.supplyAsync(() -> number(MAKE));
            await().until(() -> database.database().waiting() == 1);
            connection.commit();
        }
        assertThat(made.join()).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM kernel.lines_2001_02")).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM kernel.lines_rest")).isZero();
    }

    @Test
    void dropOnlyPartitionsThatAreNamedAfterAMonth() {
        psql().sql(STORE).update();
        assertThat(number(MAKE)).isEqualTo(2);
        assertThat(number("SELECT kernel.drop_partitions('kernel.lines', '2001-03-31')"))
                .isEqualTo(1);
        assertThat(number("SELECT kernel.drop_partitions('kernel.lines', '2002-01-01')"))
                .isEqualTo(1);
        psql().sql(STORE).update();
        assertThat(number("SELECT kernel.drop_partitions('kernel.lines', '2002-01-01')"))
                .isZero();
        assertThat(number("SELECT count(*) FROM kernel.lines_rest")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel.make_partitions('ai.ai_interactions', '2001-01-01', '2001-01-01')",
                "kernel.drop_partitions('ai.ai_interactions', '2001-01-01')"
            })
    void areClosedToTheApplication(String call) {
        assertThatException()
                .isThrownBy(() -> application.sql("SELECT " + call).query().singleValue())
                .withStackTraceContaining("permission denied for function");
    }

    private long number(String sql) {
        return psql().sql(sql).query(Long.class).single();
    }

    private JdbcClient psql() {
        return database.database().psql();
    }
}
