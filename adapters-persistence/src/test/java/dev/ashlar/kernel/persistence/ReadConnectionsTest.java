// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that transactions tell to the connections for reads. */
class ReadConnectionsTest {
    private static final String CHANGE = "SELECT pg_current_xact_id()::text";
    private static final String STATUS = "SELECT pg_xact_status(?::xid8)";

    private static TestDatabase database;

    private final List<String> told = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(database.application());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new ServiceTransactions(database.application(), new Told()));
    private String change = "";

    @BeforeAll
    static void connect() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void areToldOfAChangeAfterItsCommit() {
        transaction.executeWithoutResult(
                _ -> change = jdbc.sql(CHANGE).query(String.class).single());
        assertThat(told).containsExactly("committed");
    }

    @Test
    void areNotToldOfAChangeThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            change = jdbc.sql(CHANGE).query(String.class).single();
            status.setRollbackOnly();
        });
        assertThat(told).isEmpty();
    }

    @Test
    void areNotToldOfReads() {
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(_ -> jdbc.sql("SELECT 1").query().singleValue());
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(_ -> jdbc.sql("SELECT 1").query().singleValue());
        assertThat(told).isEmpty();
    }

    /** Notes the state of the change as another session sees it. */
    private final class Told implements ReadConnections {
        @Override
        public Connection take() throws SQLException {
            return database.readers().getConnection();
        }

        @Override
        public void changed(Connection committed) {
            told.add(database.psql()
                    .sql(STATUS)
                    .param(change)
                    .query(String.class)
                    .single());
        }
    }
}
