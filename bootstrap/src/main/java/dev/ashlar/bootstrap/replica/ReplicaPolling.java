// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thread that tells a replica a few times a second how far it has come. */
public final class ReplicaPolling implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaPolling.class);

    private final Replica replica;
    private final PolledServer standby;
    private final PolledServer primary;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replica").factory());

    /** @param readers connections to the primary */
    public ReplicaPolling(Replica replica, HikariConfig readers) {
        this.replica = replica;
        this.standby = PolledServer.standby(replica.settings());
        this.primary = PolledServer.primary(readers);
    }

    /** Begins at once. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::poll, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        try {
            var replayed = standby.ask();
            long time = System.nanoTime();
            try {
                replica.follow(replayed, primary.ask(), time);
            } catch (SQLException noPrimary) {
                LOG.debug("The replica is taken for as old as it was known to be", noPrimary);
            }
        } catch (SQLException failed) {
            replica.leave(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unexpected) { // would end the schedule
            LOG.error("Replica cannot be followed", unexpected);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        standby.close();
        primary.close();
        replica.close();
    }
}
