// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.bootstrap.testing.StreamingServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of two standbys is promoted, and the other one is the replica. */
@Tag("exhaustive")
class TimelineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REPLAYED = "SELECT pg_last_wal_replay_lsn() - '0/0'";
    private static final String WRITTEN = "SELECT pg_current_wal_flush_lsn() - '0/0'";

    @TempDir
    private Path temp;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Its positions come to be among those of the new primary, whose changes it does not have. */
    @Test
    void leavesOutAReplicaThatFollowsTheFormerPrimary() throws IOException, SQLException {
        try (var servers = StreamingServers.start(temp)) {
            servers.stopWaitingForStandby();
            var copy = temp.resolve("third");
            servers.copyStandby(copy);
            try (var third = StreamingServers.serveCopy(copy, servers.primaryPort());
                    var standby = PolledServer.standby(settings(third.getPort()));
                    var primary = PolledServer.primary(settings(servers.standbyPort()));
                    var replica = new Replica(settings(third.getPort()), meters)) {
                servers.promoteStandby();
                fillSegment(servers.standbyPsql());
                long known = number(servers.standbyPsql(), WRITTEN);
                replica.follow(standby.ask(), primary.ask(), System.nanoTime());

                await().atMost(PATIENCE).until(() -> {
                    fillSegment(servers.psql());
                    return number(psql(third), REPLAYED) > known;
                });
                long replayed = number(psql(third), REPLAYED);
                await().atMost(PATIENCE).until(() -> {
                    fillSegment(servers.standbyPsql());
                    return number(servers.standbyPsql(), WRITTEN) > replayed;
                });
                replica.follow(standby.ask(), primary.ask(), System.nanoTime());

                assertThat(standby.ask().position().isAfter(primary.ask().position()))
                        .isFalse();
                assertThat(available()).isZero();
            }
        }
    }

    @Test
    void usesAReplicaThatFollowsTheNewPrimary() throws IOException, SQLException {
        try (var servers = StreamingServers.start(temp)) {
            servers.stopWaitingForStandby();
            var copy = temp.resolve("third");
            servers.copyStandby(copy);
            servers.promoteStandby();
            try (var third = StreamingServers.serveCopy(copy, servers.standbyPort());
                    var standby = PolledServer.standby(settings(third.getPort()));
                    var primary = PolledServer.primary(settings(servers.standbyPort()));
                    var replica = new Replica(settings(third.getPort()), meters)) {
                await().atMost(PATIENCE).until(() -> {
                    psql(third).sql("CHECKPOINT").update(); // which comes within minutes anyway
                    replica.follow(standby.ask(), primary.ask(), System.nanoTime());
                    return available() == 1;
                });
                assertThat(standby.ask().timeline()).isEqualTo(2);
            }
        }
    }

    private static void fillSegment(JdbcClient server) {
        server.sql("SELECT pg_logical_emit_message(true, 'test', 'any')")
                .query()
                .singleValue();
        server.sql("SELECT pg_switch_wal()").query().singleValue();
    }

    private static long number(JdbcClient server, String question) {
        return server.sql(question).query(Long.class).single();
    }

    private static JdbcClient psql(EmbeddedPostgres server) {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    private double available() {
        return meters.get("ashlar.replica.available").gauge().value();
    }

    private static HikariConfig settings(int port) {
        var settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres");
        settings.setUsername("postgres");
        settings.setPassword("postgres");
        settings.setMinimumIdle(0);
        return settings;
    }
}
