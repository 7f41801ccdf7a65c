// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of transactions whose position the request is told, so that a replica shows them to its caller. */
class CommittedChangesTest {
    private static final String CHANGE = "SELECT pg_current_xact_id()::text";
    private static final String STATUS = "SELECT pg_xact_status(?::xid8)";

    private static TestDatabase database;

    private final List<String> told = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(database.application());
    private final TransactionTemplate transaction = inTransactionsOf(new Connections(
            database.application(),
            database.readers(),
            _ -> Optional.empty(),
            new ContextDatabases(Set.of()),
            Map.of()));
    private String change = "";

    @BeforeAll
    static void connect() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Notes the state of the change as another session sees it. */
    @BeforeEach
    void beginRequest() {
        RequestReads.begin(
                WalPosition.START,
                _ -> told.add(database.psql()
                        .sql(STATUS)
                        .param(change)
                        .query(String.class)
                        .single()));
    }

    @AfterEach
    void endRequest() {
        RequestReads.end();
    }

    @Test
    void areToldAfterTheirCommit() {
        transaction.executeWithoutResult(
                _ -> change = jdbc.sql(CHANGE).query(String.class).single());
        assertThat(told).containsExactly("committed");
    }

    @Test
    void areNotToldWhenTheyAreRolledBack() {
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

    /** Nothing is asked then. */
    @Test
    void areNotToldWithoutAReplica() {
        inTransactionsOf(new Connections(database.application(), database.readers()))
                .executeWithoutResult(
                        _ -> change = jdbc.sql(CHANGE).query(String.class).single());
        assertThat(told).isEmpty();
    }

    private static TransactionTemplate inTransactionsOf(Connections connections) {
        return new TransactionTemplate(new ServiceTransactions(database.application(), connections));
    }
}
