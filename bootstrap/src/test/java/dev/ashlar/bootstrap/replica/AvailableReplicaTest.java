// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.bootstrap.NamedMetrics;
import dev.ashlar.kernel.application.WalPosition;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas as alerts see them. No server is asked. */
class AvailableReplicaTest {
    private static final WalPosition POSITION = new WalPosition(100);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Replica replica = new Replica(settings(), meters);

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void isUnavailableUntilItFollows() {
        assertThat(available()).isZero();
        follow(1, 1, System.nanoTime());
        assertThat(available()).isEqualTo(1);
        replica.leave("It does not answer.");
        assertThat(available()).isZero();
    }

    @Test
    void isUnavailableWhileItLagsTooMuch() {
        follow(1, 1, System.nanoTime() - Replica.MAX_AGE.toNanos() - 1);
        assertThat(available()).isZero();
    }

    /** A promotion between them gives positions another meaning. */
    @Test
    void isUnavailableInAnotherTimelineThanThePrimary() {
        follow(1, 1, System.nanoTime());
        follow(1, 2, System.nanoTime());
        assertThat(available()).isZero();
        follow(2, 2, System.nanoTime());
        assertThat(available()).isEqualTo(1);
    }

    @Test
    void hasEachMetricThatDashboardAndAlertsName() throws IOException {
        assertThat(NamedMetrics.ofReplica())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(meters.scrape()).contains(name));
    }

    private void follow(int timeline, int timelineOfPrimary, long time) {
        replica.follow(
                new PolledServer.Answer(POSITION, 7, timeline),
                new PolledServer.Answer(POSITION, 7, timelineOfPrimary),
                time);
    }

    private double available() {
        return meters.get("ashlar.replica.available").gauge().value();
    }

    private static HikariConfig settings() {
        var settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:postgresql://localhost:1/none");
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        return settings;
    }
}
