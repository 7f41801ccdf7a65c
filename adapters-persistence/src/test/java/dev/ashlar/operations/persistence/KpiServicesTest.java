// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.operations.application.KpiPointView;
import dev.ashlar.operations.application.KpiRecorder;
import dev.ashlar.operations.application.KpiService;
import dev.ashlar.operations.application.KpiView;
import dev.ashlar.operations.application.KpiWorkflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key figures of all contexts on real PostgreSQL. */
@ServiceTest
class KpiServicesTest {
    private static final String CALLS = "ai.calls";
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final KpiWorkflow workflow;
    private final KpiRecorder recorder;
    private final KpiService kpis;
    private final MovableClock clock;
    private final JdbcClient psql;
    private final Actor admin = actor(Role.ADMIN);

    @Autowired
    KpiServicesTest(
            KpiWorkflow workflow,
            KpiRecorder recorder,
            KpiService kpis,
            MovableClock clock,
            FreshDatabase.Switch database) {
        this.workflow = workflow;
        this.recorder = recorder;
        this.kpis = kpis;
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void forget() {
        psql.sql("DELETE FROM operations.kpi_snapshots").update();
        psql.sql("DELETE FROM ai.ai_stats").update();
    }

    @Test
    void storesFiguresOfAllContexts() {
        workflow.snapshot();
        assertThat(kpis.latest(admin))
                .extracting(kpi -> kpi.kpi().metric())
                .contains(
                        "admissions.applications",
                        "admissions.seats",
                        "ai.calls",
                        "ai.cost-usd",
                        "commerce.orders",
                        "identity.users",
                        "mentoring.meetings",
                        "publishing.articles",
                        "wallet.held-tokens",
                        "wallet.tokens")
                .isSorted();
        assertThat(kpis.latest(admin)).allSatisfy(kpi -> {
            assertThat(kpi.bucket().getEpochSecond() % 900).isZero();
            assertThat(kpi.bucket()).isBetween(clock.instant().minus(QUARTER), clock.instant());
        });
    }

    @Test
    void showsAFigureOverTime() {
        call(5);
        workflow.snapshot();
        call(7);
        workflow.snapshot();
        var first = latest();
        assertThat(first.kpi()).isEqualTo(new Kpi("ai.calls", "", new BigDecimal("5.0000")));
        clock.advance(QUARTER);
        workflow.snapshot();
        var second = latest();
        assertThat(second.kpi().value()).isEqualByComparingTo("12");
        assertThat(second.bucket()).isEqualTo(first.bucket().plus(QUARTER));

        assertThat(points(null, null))
                .extracting(KpiPointView::bucket)
                .containsExactly(second.bucket(), first.bucket());
        assertThat(points(second.bucket(), null)).hasSize(1);
        assertThat(points(null, second.bucket()))
                .extracting(KpiPointView::bucket)
                .containsExactly(first.bucket());
        assertThat(kpis.series(admin, CALLS, "a=b", null, null, PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void namesTheStoredFiguresIfNoneIsNamed() {
        assertThatThrownBy(() -> kpis.series(admin, null, "", null, null, PageRequest.first()))
                .hasMessage("The value at metric must name a figure: none is stored yet.");
        workflow.snapshot();
        assertThatThrownBy(() -> kpis.series(admin, null, "", null, null, PageRequest.first()))
                .hasMessageContaining("admissions.applications, admissions.seats, ai.calls, ");
    }

    @Test
    void forgetsFiguresAfterFourHundredDays() {
        workflow.snapshot();
        assertThat(recorder.forget()).isZero();
        clock.advance(Duration.ofDays(401));
        assertThat(recorder.forget()).isPositive();
        assertThat(recorder.forget()).isZero();
        assertThat(kpis.latest(admin)).isEmpty();
    }

    @Race(3)
    void aQuarterOfAnHourIsStoredOnce() {
        call(5);
        var outcomes = Together.run(4, number -> () -> {
            workflow.snapshot();
            return number;
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(points(null, null)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'a.b', '2026-03-01 12:01:00Z', '', 1, now(); chk_kpi_snapshots_bucket",
                "'ab', '2026-03-01 12:00:00Z', '', 1, now(); chk_kpi_snapshots_metric",
                "'a.b', '2026-03-01 12:00:00Z', 'c', 1, now(); chk_kpi_snapshots_dimensions"
            })
    void theDatabaseRefusesInvalidRows(String row, String refusal) {
        assertThatThrownBy(() -> psql.sql("INSERT INTO operations.kpi_snapshots VALUES (" + row + ")")
                        .update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesAllButAdministrators(Role role) {
        var other = actor(role);
        assertRefused(KernelProblem.FORBIDDEN, () -> kpis.latest(other));
        assertRefused(KernelProblem.FORBIDDEN, () -> kpis.series(other, null, "", null, null, PageRequest.first()));
    }

    /** Stores sums of calls of a provider. */
    private void call(int calls) {
        psql.sql(
                        "INSERT INTO ai.ai_stats VALUES ('month', '2026-01-01Z', gen_random_uuid(), 'small', ?, 0, 0, 0, 0, 0, 0,"
                                + " 1.5, 0, 0, now())")
                .param(calls)
                .update();
    }

    private KpiView latest() {
        return kpis.latest(admin).stream()
                .filter(kpi -> kpi.kpi().metric().equals("ai.calls"))
                .findAny()
                .orElseThrow();
    }

    private List<KpiPointView> points(@Nullable Instant from, @Nullable Instant to) {
        var found = new ArrayList<KpiPointView>();
        var page = kpis.series(admin, CALLS, "", from, to, new PageRequest(1, null));
        found.addAll(page.items());
        while (page.next() != null) {
            page = kpis.series(admin, CALLS, "", from, to, new PageRequest(1, page.next()));
            found.addAll(page.items());
        }
        return found;
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
