// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.operations.application.ComponentHealthView;
import dev.ashlar.operations.application.HealthCheckView;
import dev.ashlar.operations.application.HealthPartitionService;
import dev.ashlar.operations.application.HealthRecorder;
import dev.ashlar.operations.application.HealthService;
import dev.ashlar.operations.application.IncidentService;
import dev.ashlar.operations.application.IncidentView;
import dev.ashlar.operations.domain.HealthReport;
import dev.ashlar.operations.domain.IncidentId;
import dev.ashlar.operations.domain.OperationsProblem;
import dev.ashlar.wallet.LedgerDriftFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health checks and the incidents that follow from them, on real PostgreSQL. */
@ServiceTest
class HealthServicesTest {
    private final HealthRecorder recorder;
    private final HealthService health;
    private final IncidentService incidents;
    private final HealthPartitionService partitions;
    private final MovableClock clock;
    private final JdbcClient psql;
    private final Actor admin = actor(Role.ADMIN);

    @Autowired
    private Announcer announcer;

    @Autowired
    HealthServicesTest(
            HealthRecorder recorder,
            HealthService health,
            IncidentService incidents,
            HealthPartitionService partitions,
            MovableClock clock,
            FreshDatabase.Switch database) {
        this.recorder = recorder;
        this.health = health;
        this.incidents = incidents;
        this.partitions = partitions;
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void forget() {
        psql.sql("DELETE FROM operations.health_checks").update();
        psql.sql("DELETE FROM operations.incidents").update();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void opensAnIncidentAfterThreeFailuresAndClosesItAfterThreeSuccesses() {
        record("mail", "UU");
        assertThat(open()).isEmpty();
        record("mail", "U");
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.component()).isEqualTo("mail");
            assertThat(incident.cause()).isEqualTo("Check of mail failed.");
            assertThat(incident.openedAt()).isBetween(aMinuteAgo(), clock.instant());
        });
        record("mail", "UHH");
        assertThat(open()).hasSize(1);
        record("mail", "D");
        assertThat(open()).isEmpty();
        assertThat(list(false))
                .singleElement()
                .satisfies(closed -> assertThat(closed.closedAt()).isBetween(aMinuteAgo(), clock.instant()));
        assertThat(list(null)).isEqualTo(list(false));
    }

    @Test
    void storesASuccessBesideFailuresThatAFastClockDatedLater() {
        record("mail", "UUU");
        clock.advance(Duration.ofMinutes(-4));
        record("mail", "H");
        assertThat(checks("mail", null, null)).hasSize(4).last().isEqualTo("mail HEALTHY");
        assertThat(open()).hasSize(1);
    }

    @Test
    void opensOneIncidentOfAComponentThatFlaps() {
        record("mail", "UHUHUHUHUUHHUU");
        assertThat(list(null)).isEmpty();
        record("mail", "UHHUHHUUHUHUU");
        assertThat(list(null)).hasSize(1);
        assertThat(open()).hasSize(1);
    }

    @Test
    void forgetsFailuresBeforeABreakOfTheJob() {
        record("mail", "UU");
        clock.advance(Duration.ofMinutes(16));
        record("mail", "U");
        assertThat(open()).isEmpty();
    }

    @Test
    void showsTheLatestCheckOfEachComponent() {
        assertThat(health.current().status()).isEqualTo(HealthStatus.DEGRADED);
        record("mail", "U");
        record("mail", "D");
        record("database", "H");
        var now = health.current();
        assertThat(now.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(now.components())
                .extracting(ComponentHealthView::component, ComponentHealthView::status)
                .containsExactly(tuple("database", HealthStatus.HEALTHY), tuple("mail", HealthStatus.DEGRADED));
        clock.advance(Duration.ofMinutes(6));
        assertThat(health.current().components()).isEmpty();
    }

    @Test
    void listsChecksByComponentAndTimeLatestFirst() {
        var start = clock.instant();
        record("mail", "HU");
        record("database", "H");
        assertThat(checks(null, null, null)).containsExactly("database HEALTHY", "mail UNHEALTHY", "mail HEALTHY");
        assertThat(checks("mail", null, null)).containsExactly("mail UNHEALTHY", "mail HEALTHY");
        assertThat(checks(null, start.plusSeconds(120), null)).containsExactly("database HEALTHY", "mail UNHEALTHY");
        assertThat(checks(null, null, start.plusSeconds(120))).containsExactly("mail HEALTHY");
    }

    @Test
    void closesAnIncidentOnce() {
        incidents.open("wallet-ledger", "A drift.");
        var id = open().getFirst().id();
        var closed = incidents.close(admin, id);
        clock.advance(Duration.ofMinutes(1));
        assertThat(incidents.close(admin, id)).isEqualTo(closed);
        assertRefused(
                OperationsProblem.INCIDENT_NOT_FOUND, () -> incidents.close(admin, new IncidentId(UUID.randomUUID())));
    }

    @Test
    void listsIncidentsByPages() {
        for (var component : List.of("jobs", "mail", "events")) {
            incidents.open(component, "It failed.");
        }
        var found = new ArrayList<String>();
        var page = incidents.list(admin, true, new PageRequest(2, null));
        page.items().forEach(incident -> found.add(incident.component()));
        page = incidents.list(admin, true, new PageRequest(2, page.next()));
        page.items().forEach(incident -> found.add(incident.component()));
        assertThat(found).containsExactly("events", "mail", "jobs");
    }

    @Test
    void makesAndDropsPartitions() {
        partitions.make();
        assertThat(partitions.make()).isZero();
        assertThat(partitions.drop()).isZero();
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void opensOneIncidentOfLedgerDrifts() {
        announcer.announce(new LedgerDriftFound(new UserId(UUID.randomUUID())));
        announcer.announce(new LedgerDriftFound(new UserId(UUID.randomUUID())));
        assertThat(open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.component()).isEqualTo("wallet-ledger"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesAllButAdministrators(Role role) {
        var other = actor(role);
        incidents.open("mail", "It failed.");
        var id = open().getFirst().id();
        assertRefused(KernelProblem.FORBIDDEN, () -> health.history(other, null, null, null, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> incidents.list(other, null, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> incidents.close(other, id));
    }

    /** Records one check a minute: H for healthy, D for degraded, U for unhealthy. */
    private void record(String component, String letters) {
        letters.chars().forEach(letter -> {
            clock.advance(Duration.ofMinutes(1));
            var status = letter == 'H'
                    ? HealthStatus.HEALTHY
                    : letter == 'D' ? HealthStatus.DEGRADED : HealthStatus.UNHEALTHY;
            var details = letter == 'H' ? null : "Check of " + component + " failed.";
            recorder.record(List.of(new HealthReport(component, status, 5, details)));
        });
    }

    private Instant aMinuteAgo() {
        return clock.instant().minus(Duration.ofMinutes(1));
    }

    private List<IncidentView> open() {
        return list(true);
    }

    private List<IncidentView> list(@Nullable Boolean open) {
        return incidents.list(admin, open, PageRequest.first()).items();
    }

    private List<String> checks(@Nullable String component, @Nullable Instant from, @Nullable Instant to) {
        var found = new ArrayList<HealthCheckView>();
        var page = health.history(admin, component, from, to, new PageRequest(1, null));
        found.addAll(page.items());
        while (page.next() != null) {
            page = health.history(admin, component, from, to, new PageRequest(1, page.next()));
            found.addAll(page.items());
        }
        return found.stream()
                .map(check -> check.component() + " " + check.status())
                .toList();
    }

    /** Returns when the event has been handled. */
    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
