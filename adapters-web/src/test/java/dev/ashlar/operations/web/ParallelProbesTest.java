// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.operations.domain.HealthReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParallelProbesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void reportsWhatEachProbeFinds() {
        var reports = run(
                Duration.ofSeconds(10),
                probe("database", () -> HealthResult.HEALTHY),
                probe("mail", () -> HealthResult.degraded("Slow.")));
        assertThat(reports)
                .usingRecursiveComparison()
                .ignoringFields("responseTimeMs")
                .isEqualTo(List.of(
                        new HealthReport("database", HealthStatus.HEALTHY, 0, null),
                        new HealthReport("mail", HealthStatus.DEGRADED, 0, "Slow.")));
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.responseTimeMs()).isBetween(0, 10_000));
        assertThat(meters.get(ParallelProbes.TIMER)
                        .tags("component", "mail", "status", "degraded")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void takesAFailureForUnhealthy() {
        var reports = run(Duration.ofSeconds(10), probe("jobs", () -> {
            throw new IllegalStateException("secret");
        }));
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
            assertThat(report.details()).doesNotContain("secret");
        });
    }

    @Test
    void doesNotWaitForAProbeThatHangs() {
        var never = new CountDownLatch(1);
        var reports = run(
                Duration.ofMillis(200),
                probe("gateway", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                    return HealthResult.HEALTHY;
                }),
                probe("database", () -> HealthResult.HEALTHY));
        assertThat(reports)
                .extracting(HealthReport::status)
                .containsExactly(HealthStatus.UNHEALTHY, HealthStatus.HEALTHY);
        assertThat(reports.getFirst().responseTimeMs()).isEqualTo(200);
    }

    @Test
    void runsProbesAtTheSameTime() {
        var both = new CountDownLatch(2);
        Supplier<HealthResult> meet = () -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            return HealthResult.HEALTHY;
        };
        assertThat(run(Duration.ofSeconds(10), probe("a", meet), probe("b", meet)))
                .allMatch(report -> report.status() == HealthStatus.HEALTHY);
    }

    @Test
    void refusesTwoProbesOfOneComponent() {
        var probe = probe("mail", () -> HealthResult.HEALTHY);
        assertThatIllegalStateException().isThrownBy(() -> new ParallelProbes(List.of(probe, probe), meters));
    }

    private List<HealthReport> run(Duration patience, HealthProbe... all) {
        var probes = new ParallelProbes(List.of(all), meters, patience);
        try {
            return probes.run();
        } finally {
            probes.close();
        }
    }

    private static HealthProbe probe(String component, Supplier<HealthResult> check) {
        return new HealthProbe() {
            @Override
            public String component() {
                return component;
            }

            @Override
            public HealthResult check() {
                return check.get();
            }
        };
    }
}
