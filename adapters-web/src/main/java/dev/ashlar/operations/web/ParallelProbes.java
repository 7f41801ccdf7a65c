// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.operations.domain.HealthProbes;
import dev.ashlar.operations.domain.HealthReport;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@link HealthProbes} with a thread for each probe, and timers of what they report. */
@Component
final class ParallelProbes implements HealthProbes {
    static final String TIMER = "ashlar.health.checks";
    private static final Logger LOG = LoggerFactory.getLogger(ParallelProbes.class);

    private final List<HealthProbe> probes;
    private final MeterRegistry meters;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    ParallelProbes(List<HealthProbe> probes, MeterRegistry meters) {
        this(probes, meters, Duration.ofSeconds(15));
    }

    ParallelProbes(List<HealthProbe> probes, MeterRegistry meters, Duration patience) {
        this.probes = List.copyOf(probes);
        if (probes.stream().map(HealthProbe::component).distinct().count() < probes.size()) {
            throw new IllegalStateException("Two health probes have the same component: " + probes + ".");
        }
        this.meters = meters;
        this.patience = patience;
    }

    @Override
    public List<HealthReport> run() {
        try {
            var running = threads.invokeAll(
                    probes.stream().map(Measured::new).toList(), patience.toMillis(), TimeUnit.MILLISECONDS);
            var reports = new ArrayList<HealthReport>();
            for (int probe = 0; probe < running.size(); probe++) {
                reports.add(report(probes.get(probe).component(), running.get(probe)));
            }
            reports.forEach(this::measure);
            return reports;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while components were checked.", stopping);
        }
    }

    private HealthReport report(String component, Future<HealthReport> probe) throws InterruptedException {
        try {
            return probe.get();
        } catch (CancellationException late) {
            int waited = (int) patience.toMillis();
            return new HealthReport(
                    component, HealthStatus.UNHEALTHY, waited, "The check gave no result within " + waited + " ms.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void measure(HealthReport report) {
        meters.timer(TIMER, "component", report.component(), "status", Labels.of(report.status()))
                .record(report.responseTimeMs(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Probe that never throws, and tells the time that it took. */
    private record Measured(HealthProbe probe) implements Callable<HealthReport> {
        @Override
        public HealthReport call() {
            long start = System.nanoTime();
            var result = result();
            int took = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return new HealthReport(probe.component(), result.status(), took, result.details());
        }

        private HealthResult result() {
            try {
                return probe.check();
            } catch (RuntimeException failed) {
                LOG.warn("Health probe failed component={}", probe.component(), failed);
                return HealthResult.unhealthy("The check failed. The log has the cause.");
            }
        }
    }
}
