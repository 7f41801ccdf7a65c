// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streaming replica that reads may go to while it follows the primary closely. Its position is the one of the last poll and not asked for
 * each read, which therefore takes no extra round trip; a position that is known late only sends more reads to the primary.
 */
public final class Replica implements AutoCloseable {
    /** Age of its data from which it gets no reads; the same as that of a remembered session. */
    static final Duration MAX_AGE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    private static final String READS = "ashlar.replica.reads";
    private static final long CONNECTION_TIMEOUT = 250; // milliseconds; the least that the pool accepts

    private final HikariConfig settings;
    private final MeterRegistry meters;
    private ReplayedTime times = new ReplayedTime();
    private volatile State state = new Away("It was not asked yet.");
    /** {@link System#nanoTime()} until which it gets no reads, because it had no connection: each of them would wait for one. */
    private volatile long skippedUntil = System.nanoTime();

    /** @param settings settings of the pool, which is opened when the replica follows; pool name, timeout and metrics are set here */
    public Replica(HikariConfig settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        settings.setPoolName("ashlar-replica");
        settings.setConnectionTimeout(CONNECTION_TIMEOUT);
        settings.setValidationTimeout(CONNECTION_TIMEOUT);
        settings.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        Gauge.builder("ashlar.replica.lag", this, Replica::ageInSeconds)
                .description("Age of the data of the replica; NaN while it is away")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ashlar.replica.available", this, replica -> replica.isAvailable() ? 1 : 0)
                .description("1 if the replica may answer reads, 0 if it is left out")
                .register(meters);
    }

    HikariConfig settings() {
        return settings;
    }

    private boolean isAvailable() {
        return state instanceof Following following && following.age().compareTo(MAX_AGE) <= 0;
    }

    private double ageInSeconds() {
        return state instanceof Following following ? following.age().toMillis() / 1000.0 : Double.NaN;
    }

    /** Returns a connection for a read of this request, or empty if the primary must answer it. */
    public Optional<Connection> connectionFor(RequestReads request) {
        if (!request.mayUseReplica()) {
            return Optional.empty();
        }
        return switch (state) {
            case Away _ -> fallBack("away");
            case Following it when it.age().compareTo(MAX_AGE) > 0 -> fallBack("lagging");
            case Following it when !request.mayUseReplicaAt(it.replayed) -> fallBack("behind-caller");
            case Following _ when System.nanoTime() - skippedUntil < 0 -> fallBack("no-connection");
            case Following it -> {
                try {
                    var connection = it.pool.getConnection();
                    request.useReplica(this::noteFailure);
                    count("replica");
                    yield Optional.of(connection);
                } catch (SQLException none) {
                    LOG.debug("No connection to the replica", none);
                    skippedUntil = System.nanoTime() + ReplicaPolling.PERIOD.toNanos();
                    yield fallBack("no-connection");
                }
            }
        };
    }

    private void noteFailure(Throwable failure) {
        LOG.debug("Read failed on the replica, and runs again on the primary", failure);
        count("failed");
    }

    private Optional<Connection> fallBack(String reason) {
        count(reason);
        return Optional.empty();
    }

    private void count(String result) {
        meters.counter(READS, "result", result).increment();
    }

    /**
     * Notes the positions of both servers, of which the replica was asked first: if it follows, it is not ahead.
     *
     * @param time {@link System#nanoTime()} between both questions
     */
    void follow(PolledServer.Answer replica, PolledServer.Answer primary, long time) {
        if (replica.system() != primary.system() || replica.position().isAfter(primary.position())) {
            leave("It does not follow the primary.");
            return;
        }
        if (replica.timeline() != primary.timeline()) {
            leave("It is in timeline " + replica.timeline() + ", and the primary in " + primary.timeline() + ".");
            return;
        }
        times.written(primary.position(), time);
        times.replayed(replica.position())
                .ifPresent(shown -> state = new Following(openPool(), replica.position(), shown));
    }

    private HikariDataSource openPool() {
        if (state instanceof Following following) {
            return following.pool;
        }
        LOG.info("Reads go to the replica");
        return new HikariDataSource(settings);
    }

    /** Leaves all reads to the primary until the replica follows again. Reads that wait for its answer fail, and run again on the primary. */
    void leave(String reason) {
        var before = state;
        state = new Away(reason);
        times = new ReplayedTime();
        if (before instanceof Following following) {
            following.pool.close();
        }
        if (!state.equals(before)) {
            LOG.warn("Reads leave the replica reason={}", reason);
        }
    }

    @Override
    public void close() {
        if (state instanceof Following following) {
            following.pool.close();
        }
    }

    private sealed interface State {}

    /** State of a replica that does not answer, or is none of this primary. */
    private record Away(String reason) implements State {}

    /**
     * State of a replica that answers.
     *
     * @param replayed position at the last poll
     * @param shown {@link System#nanoTime()} up to which it shows all commits
     */
    private record Following(HikariDataSource pool, WalPosition replayed, long shown) implements State {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - shown);
        }
    }
}
