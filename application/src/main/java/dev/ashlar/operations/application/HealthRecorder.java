// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.operations.domain.ComponentStreak;
import dev.ashlar.operations.domain.HealthCheck;
import dev.ashlar.operations.domain.HealthCheckId;
import dev.ashlar.operations.domain.HealthChecks;
import dev.ashlar.operations.domain.HealthReport;
import dev.ashlar.operations.domain.Incident;
import dev.ashlar.operations.domain.IncidentId;
import dev.ashlar.operations.domain.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Storage of health checks, and the incidents that follow from them. */
@ApplicationService
public class HealthRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRecorder.class);

    /** Checks of an earlier time, before a break of the job, are no part of a streak. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final HealthChecks checks;
    private final Incidents incidents;
    private final IdSource ids;
    private final InstantSource clock;

    HealthRecorder(HealthChecks checks, Incidents incidents, IdSource ids, InstantSource clock) {
        this.checks = checks;
        this.incidents = incidents;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the reports of one run; opens an incident after three failures in a row, and closes it after three successes. */
    @Transactional
    public void record(Collection<HealthReport> reports) {
        var now = clock.instant();
        checks.insert(reports.stream()
                .map(report -> HealthCheck.of(new HealthCheckId(ids.next()), report, now))
                .toList());
        var components = reports.stream().map(HealthReport::component).toList();
        var streaks = checks.streaks(components, now.minus(MEMORY));
        open(streaks, reports, now);
        close(streaks, now);
    }

    private void open(List<ComponentStreak> streaks, Collection<HealthReport> reports, Instant now) {
        var causes = reports.stream()
                .filter(report -> report.details() != null)
                .collect(toMap(HealthReport::component, report -> Objects.requireNonNull(report.details())));
        // If the clock of another instance is ahead, its failures are later than this check, which then knows no cause.
        var failing = streaks.stream()
                .filter(ComponentStreak::failing)
                .map(ComponentStreak::component)
                .filter(causes::containsKey)
                .map(name ->
                        Incident.open(new IncidentId(ids.next()), name, Objects.requireNonNull(causes.get(name)), now))
                .toList();
        incidents.open(failing).forEach(name -> LOG.error("Incident opened component={}", name));
    }

    private void close(List<ComponentStreak> streaks, Instant now) {
        var working = streaks.stream()
                .filter(streak -> !streak.failing())
                .map(ComponentStreak::component)
                .toList();
        incidents.closeAll(working, now).forEach(name -> LOG.info("Incident closed component={}", name));
    }
}
