// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.kernel.application.LostRace;
import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import dev.ashlar.kernel.persistence.Connections;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.dao.ConcurrencyFailureException;

/** Another database plays the replica, so that its name tells which server has answered. Real ones stream in ReplicaJourney. */
class ReplicaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SYSTEM = 7;
    private static final ContextDatabases DATABASES = new ContextDatabases(Set.of());
    private static final WalPosition EARLY = new WalPosition(100);
    private static final WalPosition LATE = new WalPosition(200);

    private static TestDatabase primaryServer;
    private static TestDatabase otherServer;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Replica replica = new Replica(settings(otherServer.url()), meters);
    private final Connections connections = connections(replica);
    private final List<WalPosition> told = new ArrayList<>();

    @BeforeAll
    static void connect() {
        primaryServer = TestDatabase.migrated();
        otherServer = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        otherServer.close();
        primaryServer.close();
    }

    @AfterEach
    void endRequest() {
        RequestReads.end();
        replica.close();
    }

    @Test
    void answersReadsOfARequestWhosePositionItHasReached() {
        awaitReadOfReplica(LATE);
        assertThat(count("replica")).isEqualTo(1);
    }

    @Test
    void leavesReadsWithoutARequestToThePrimary() throws SQLException {
        follow(LATE, LATE);
        assertThat(read()).isEqualTo(nameOf(primaryServer));
    }

    @Test
    void leavesReadsToThePrimaryUntilItHasReachedTheirPosition() throws SQLException {
        follow(EARLY, EARLY);
        follow(EARLY, LATE);
        begin(LATE);
        assertThat(read()).isEqualTo(nameOf(primaryServer));
        assertThat(count("behind-caller")).isEqualTo(1);

        awaitReadOfReplica(LATE);
    }

    /** A replica that answers a later read may lack what the first one has shown, such as the last entry of a statement. */
    @Test
    void leavesAllReadsOfARequestToThePrimaryAfterItsFirst() throws SQLException {
        follow(EARLY, EARLY);
        begin(LATE);
        assertThat(read()).isEqualTo(nameOf(primaryServer));

        follow(LATE, LATE);
        assertThat(read()).isEqualTo(nameOf(primaryServer));
    }

    @Test
    void getsNoReadsBeforeItHasCaughtUp() throws SQLException {
        follow(EARLY, LATE);
        begin(WalPosition.START);
        assertThat(read()).isEqualTo(nameOf(primaryServer));
        assertThat(count("away")).isEqualTo(1);
        assertThat(lag()).isNaN();
    }

    @Test
    void getsNoReadsWhenItsDataAreTooOld() throws SQLException {
        long longAgo = System.nanoTime() - Replica.MAX_AGE.toNanos() - 1;
        replica.follow(answer(EARLY), answer(EARLY), longAgo);
        follow(EARLY, LATE);
        begin(WalPosition.START);
        assertThat(read()).isEqualTo(nameOf(primaryServer));
        assertThat(count("lagging")).isEqualTo(1);
        assertThat(lag()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void getsNoReadsWhenItIsNoneOfThePrimary() throws SQLException {
        replica.follow(new PolledServer.Answer(LATE, 8, 1), answer(LATE), System.nanoTime());
        begin(WalPosition.START);
        assertThat(read()).isEqualTo(nameOf(primaryServer));

        follow(LATE, EARLY); // it has left the history of the primary
        assertThat(read()).isEqualTo(nameOf(primaryServer));
    }

    @Test
    void leavesReadsToThePrimaryWhenItHasLeft() throws SQLException {
        follow(LATE, LATE);
        begin(WalPosition.START);
        replica.leave("It does not answer.");
        assertThat(read()).isEqualTo(nameOf(primaryServer));

        awaitReadOfReplica(WalPosition.START);
    }

    @Test
    void leavesReadsToThePrimaryWhenItGivesNoConnection() throws SQLException {
        try (var refusing = new Replica(settings("jdbc:postgresql://localhost:1/none"), meters)) {
            refusing.follow(answer(LATE), answer(LATE), System.nanoTime());
            begin(WalPosition.START);
            assertThat(read(connections(refusing))).isEqualTo(nameOf(primaryServer));
            assertThat(count("no-connection")).isEqualTo(1);
        }
    }

    /** Each would wait in vain until the pool gives up. */
    @Test
    void getsNoReadsForAMomentAfterItHadNoConnection() throws SQLException {
        var settings = settings(otherServer.url());
        settings.setMaximumPoolSize(1);
        try (var busy = new Replica(settings, meters)) {
            var toBusy = connections(busy);
            // A round is repeated if the moment is over before its last read, on a slow machine.
            patiently().until(() -> {
                begin(busy);
                try (var _ = toBusy.toRead()) {
                    begin(busy);
                    read(toBusy);
                }
                begin(busy);
                return read(toBusy).equals(nameOf(primaryServer));
            });
            assertThat(count("no-connection")).isGreaterThanOrEqualTo(2);

            patiently().until(() -> {
                begin(busy);
                return read(toBusy).equals(nameOf(otherServer));
            });
        }
    }

    @Test
    void leavesARequestToThePrimaryAfterAFailedRead() throws SQLException, NoSuchMethodException {
        awaitReadOfReplica(WalPosition.START);

        var canceled = new ConcurrencyFailureException("wrapped", new SQLException("canceled for recovery", "40001"));
        assertThat(new LostRace().shouldRetry(getClass().getDeclaredMethod("endRequest"), canceled))
                .isTrue();
        assertThat(read()).isEqualTo(nameOf(primaryServer));
        assertThat(count("failed")).isEqualTo(1);
    }

    /** Reads after a change in the same request must show it, and those of the next one by the position that the caller is told. */
    @Test
    void leavesReadsAfterAChangeToThePrimary() throws SQLException {
        follow(LATE, LATE);
        begin(WalPosition.START);
        change();
        assertThat(told)
                .singleElement()
                .satisfies(position -> assertThat(position.isAfter(LATE)).isTrue());
        assertThat(read()).isEqualTo(nameOf(primaryServer));
    }

    @Test
    void tellsAPositionThatTheCommitIsBefore() throws SQLException {
        begin(WalPosition.UNREACHABLE);
        change();
        long flushed = primaryServer
                .psql()
                .sql("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint")
                .query(Long.class)
                .single();
        assertThat(told)
                .singleElement()
                .satisfies(position -> assertThat(position.bytes()).isPositive().isLessThanOrEqualTo(flushed));
    }

    private void change() throws SQLException {
        try (var connection = primaryServer.application().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
            }
            connection.commit();
            connections.changed(connection);
            assertThat(connection.unwrap(BaseConnection.class).getTransactionState())
                    .isEqualTo(TransactionState.IDLE);
        }
    }

    /** The pool waits 250 milliseconds for its first connection, which is short for a busy machine. */
    private void awaitReadOfReplica(WalPosition after) {
        patiently().until(() -> {
            follow(LATE, LATE);
            begin(after);
            return read().equals(nameOf(otherServer));
        });
    }

    private String read() throws SQLException {
        return read(connections);
    }

    private static Connections connections(Replica replica) {
        return new Connections(
                primaryServer.application(), primaryServer.readers(), replica::connectionFor, DATABASES, Map.of());
    }

    private static String read(Connections connections) throws SQLException {
        try (var connection = connections.toRead();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String nameOf(TestDatabase server) {
        return server.psql()
                .sql("SELECT current_database()")
                .query(String.class)
                .single();
    }

    private void begin(WalPosition after) {
        RequestReads.begin(after, told::add);
    }

    /** Begins a request while a replica follows. */
    private void begin(Replica following) {
        following.follow(answer(LATE), answer(LATE), System.nanoTime());
        begin(WalPosition.START);
    }

    /** Requests belong to the thread. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInSameThread();
    }

    private void follow(WalPosition replayed, WalPosition written) {
        replica.follow(answer(replayed), answer(written), System.nanoTime());
    }

    private static PolledServer.Answer answer(WalPosition position) {
        return new PolledServer.Answer(position, SYSTEM, 1);
    }

    private double count(String result) {
        return meters.get("ashlar.replica.reads")
                .tag("result", result)
                .counter()
                .count();
    }

    private double lag() {
        return meters.get("ashlar.replica.lag").gauge().value();
    }

    private static HikariConfig settings(String url) {
        var settings = new HikariConfig();
        primaryServer.readers().copyStateTo(settings);
        settings.setJdbcUrl(url);
        return settings;
    }
}
