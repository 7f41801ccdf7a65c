// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The statement of a ledger that is large and still grows. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one wallet for all: filling it takes seconds
class StatementJourney {
    private static final String STATEMENT = "/api/v1/wallet/statement.csv";
    private static final int ENTRIES = 50_000;

    /** Long enough that the whole statement does not fit between server and reader, whatever their buffers hold. */
    private static final int REASON_LENGTH = 500;

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private MeterRegistry meters;

    private Api admin;
    private Api owner;
    private UUID ownerId;

    @BeforeAll
    void fillAWallet() throws SQLException {
        admin = Api.at(port).demo("admin");
        owner = Api.at(port).newcomer();
        ownerId = UUID.fromString(owner.myId());
        asOwnerOfTheTables("""
                INSERT INTO wallet.token_usages (
                    id, user_id, seq, prev_seq, usage_type, delta, balance_before, balance_after, reason, idempotency_key,
                    created_at)
                SELECT
                    gen_random_uuid(), t.user_id, seq, NULLIF(seq - 1, 0), 'earning', 2, 2 * (seq - 1), 2 * seq,
                    repeat('x', %d), t.user_id || ':' || seq, t.created_at
                FROM wallet.tokens AS t
                CROSS JOIN generate_series(1, %d) AS seq
                WHERE t.user_id = '%s';
                UPDATE wallet.tokens SET balance = 2 * %2$d, last_seq = %2$d WHERE user_id = '%3$s';
                """.formatted(REASON_LENGTH, ENTRIES, ownerId));
    }

    @Test
    void holdsEachEntryOnceInOrderUpToTheHeadAtRequestTime() throws Exception {
        long headAtFirst = head();
        var stop = new AtomicBoolean();
        try (var poster = Executors.newSingleThreadExecutor()) {
            var posting = poster.submit(() -> {
                while (!stop.get()) {
                    postOne();
                }
            });
            await().until(() -> head() > headAtFirst);

            long headBefore = head();
            List<String> lines;
            long headOnceItHadBegun;
            try (var reader = open()) {
                assertThat(reader.readLine()).startsWith("seq,");
                headOnceItHadBegun = head();
                lines = reader.lines().toList();
            }
            stop.set(true);
            posting.get();

            assertThat((long) lines.size()).isBetween(headBefore, headOnceItHadBegun);
            assertThat(head()).as("entries were posted meanwhile").isGreaterThan(headOnceItHadBegun);
            assertChain(lines);
        }
    }

    @Test
    void readsNoFasterThanItsClientWithoutATransaction() throws Exception {
        long head = head();
        try (var reader = open()) {
            assertThat(reader.readLine()).startsWith("seq,");
            await().atMost(Duration.ofSeconds(30)).until(this::databaseIsLeftAlone);

            assertThat(databases.database().application().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
            assertThat(sessions("state = 'idle'")).isPositive();
            assertThat(sessions("xact_start IS NOT NULL")).isZero();

            // Nobody may do this; it shows that the server had not yet read the end, nor held a snapshot.
            asOwnerOfTheTables("""
                    SET session_replication_role = replica;
                    UPDATE wallet.token_usages SET reason = 'read late' WHERE user_id = '%s' AND seq = %d;
                    """.formatted(ownerId, head));
            postOne();

            var lines = reader.lines().toList();
            assertThat((long) lines.size()).isEqualTo(head);
            assertChain(lines);
            assertThat(lines.getLast()).endsWith(",\"read late\"");
        }
    }

    @Test
    void logsNoErrorWhenTheClientDisconnects(CapturedOutput log) throws Exception {
        long before = statements();
        try (var reader = open()) {
            assertThat(reader.readLine()).startsWith("seq,");
        }

        await().until(() -> statements() > before);

        assertThat(log.getAll()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    /** Number of statements that the server has answered. */
    private long statements() {
        return meters.find("http.server.requests").tag("uri", STATEMENT).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private void postOne() {
        admin.postOnce("/api/v1/wallets/" + ownerId + "/adjustments", Map.of("tokens", 1, "reason", "meanwhile"))
                .is(201);
    }

    private BufferedReader open() {
        var answer = owner.open(STATEMENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    /** Each line follows the one before: its number, and its balance by its tokens. */
    private static void assertChain(List<String> lines) {
        long balance = 0;
        for (int i = 0; i < lines.size(); i++) {
            var fields = lines.get(i).split(",", 6);
            balance += Long.parseLong(fields[3]);
            assertThat(fields[0]).isEqualTo(Integer.toString(i + 1));
            assertThat(fields[4]).as("balance after %s", fields[0]).isEqualTo(Long.toString(balance));
        }
    }

    private long head() throws SQLException {
        return number("SELECT last_seq FROM wallet.tokens WHERE user_id = '" + ownerId + "'");
    }

    /** True if the application has sent no statement for a while. */
    private boolean databaseIsLeftAlone() throws SQLException {
        return sessions("state_change > clock_timestamp() - interval '1 second'") == 0;
    }

    private long sessions(String condition) throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND usename = 'ashlar_app' AND " + condition);
    }

    private long number(String sql) throws SQLException {
        try (var connection = databases.database().owner().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void asOwnerOfTheTables(String sql) throws SQLException {
        try (var connection = databases.database().owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
