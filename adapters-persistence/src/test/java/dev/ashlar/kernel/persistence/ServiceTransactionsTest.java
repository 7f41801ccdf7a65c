// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes by services, on the connections of both pools. */
@ServiceTest
class ServiceTransactionsTest {
    private static final int MORE_THAN_THE_READERS = 9;

    @Autowired
    private Reading reading;

    @Autowired
    private Writing writing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FreshDatabase.Switch database;

    private ScratchMapper things;
    private HikariDataSource readers;
    private HikariDataSource writers;

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @BeforeEach
    void map(@Autowired SqlSessionFactory factory) {
        things = ScratchSchema.mapper(factory);
        readers = database.database().readers();
        writers = database.database().application();
    }

    @AfterEach
    @Tag("rule-connections-released")
    void returnsEachConnection() {
        assertThat(readers.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(writers.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void readsWithoutATransactionOfTheDatabase() {
        reading.run(() -> {
            int session = session();
            things.live();
            assertThat(stateOf(session)).isEqualTo("idle");
            assertThat(readers.getHikariPoolMXBean().getActiveConnections())
                    .as("both statements share a connection")
                    .isEqualTo(1);
            return session();
        });

        writing.run(() -> {
            assertThat(stateOf(session())).isEqualTo("idle in transaction");
            return null;
        });
    }

    @Test
    void takesNoConnectionBeforeTheFirstStatement() {
        reading.run(() -> {
            assertThat(readers.getHikariPoolMXBean().getActiveConnections()).isZero();
            return null;
        });
    }

    /** Bypasses the guard of the mappers. */
    @Test
    void postgresRefusesChangesByAReader() {
        assertThatThrownBy(() -> reading.run(() -> jdbc.sql("INSERT INTO scratch.things (id) VALUES (uuidv7())")
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void joinsTheTransactionThatItIsCalledIn() {
        var id = Thing.newId();

        var found = writing.run(() -> {
            things.addAll(List.of(id));
            return reading.run(() -> things.find(id));
        });

        assertThat(found).isPresent();
        assertThat(reading.run(() -> things.find(id)))
                .as("read by the next call")
                .isPresent();
    }

    @Test
    void rollsTheCallersTransactionBackWhenAJoinedReadFails() {
        var id = Thing.newId();

        assertThatIllegalStateException()
                .isThrownBy(() -> writing.run(() -> {
                    things.addAll(List.of(id));
                    return reading.run(ServiceTransactionsTest::fail);
                }));

        assertThat(reading.run(() -> things.find(id))).isEmpty();
    }

    @Test
    void resumesAReadAfterATransactionOfAnother() {
        var id = Thing.newId();

        var found = reading.run(() -> {
            assertThat(things.find(id)).isEmpty();
            int session = session();
            int other = writing.runApart(() -> {
                things.addAll(List.of(id));
                return session();
            });
            assertThat(other).isNotEqualTo(session);
            return things.find(id);
        });

        assertThat(found).isPresent();
    }

    @Test
    void showsEachStatementWhatIsCommitted() {
        assertThat(countsAround(reading::run)).containsExactly(0L, 1L);
    }

    @Test
    void readsASnapshotWhereAServiceAsksForOne() {
        assertThat(countsAround(reading::runOnASnapshot)).containsExactly(0L, 0L);
        assertThatThrownBy(() -> reading.runOnASnapshot(
                        () -> jdbc.sql("DELETE FROM scratch.things").update()))
                .hasMessageContaining("read-only transaction");
    }

    /** A pooler may give the session to others. */
    @Test
    void setsTheLevelOfATransactionForNoOther() {
        var levels =
                reading.runOnASnapshot(() -> jdbc.sql("""
                        SELECT current_setting('transaction_isolation') || ' in ' || current_setting('default_transaction_isolation')""").query(String.class).single());

        assertThat(levels).isEqualTo("repeatable read in read committed");
    }

    private List<Long> countsAround(Runner reader) {
        var id = Thing.newId();
        return reader.run(() -> {
            var before = count(id);
            owner().sql("INSERT INTO scratch.things (id) VALUES (:id)")
                    .param("id", id.value())
                    .update();
            return List.of(before, count(id));
        });
    }

    private interface Runner {
        List<Long> run(Supplier<List<Long>> work);
    }

    @RepeatedTest(MORE_THAN_THE_READERS)
    @Tag("rule-connections-released")
    void returnsTheConnectionAfterEveryOutcomeOfARead() {
        reading.run(this::session);
        assertThatThrownBy(
                        () -> reading.run(() -> jdbc.sql("SELECT 1 / 0").query().listOfRows()))
                .isInstanceOf(DataAccessException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> reading.run(() -> {
                    things.live();
                    return fail();
                }));

        assertThat(readers.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void returnsAConnectionThatNobodyHasReleased() {
        var connection = reading.run(() -> DataSourceUtils.getConnection(database));

        assertThat(connection).isNotNull();
        assertThat(readers.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void goesOnAfterAFailedStatement() {
        var value = reading.run(() -> {
            assertThatThrownBy(() -> jdbc.sql("SELECT 1 / 0").query().listOfRows())
                    .isInstanceOf(DataAccessException.class);
            return session();
        });

        assertThat(value).isPositive();
    }

    private long count(UserId id) {
        return things.among(List.of(id)).size();
    }

    private int session() {
        return jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
    }

    private String stateOf(int session) {
        return owner().sql("SELECT state FROM pg_stat_activity WHERE pid = :session")
                .param("session", session)
                .query(String.class)
                .single();
    }

    private JdbcClient owner() {
        return database.database().psql();
    }

    private static <T> T fail() {
        throw new IllegalStateException("broken");
    }

    @ApplicationService
    static class Reading {
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
        public <T> T runOnASnapshot(Supplier<T> work) {
            return work.get();
        }
    }

    @ApplicationService
    static class Writing {
        @Transactional
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public <T> T runApart(Supplier<T> work) {
            return work.get();
        }
    }
}
