// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleBudgets.NOW;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationServiceTest {
    private final ReconciliationViews views = mock(ReconciliationViews.class);
    private final DirtyHours hours = mock();
    private final ReconciliationService service = new ReconciliationService(views, hours, () -> NOW);

    @Test
    void comparesThisMonthAndTheOneBeforeForAdministratorsOnly() {
        var from = Instant.parse("2026-10-01T00:00:00Z");
        var drift = new WindowDriftView(
                new BudgetId(user().value()), from, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ZERO, BigDecimal.ZERO);
        when(views.interactions(from)).thenReturn(7L);
        when(views.pendingHours(from)).thenReturn(1L);
        when(views.windowDrifts(from, 100)).thenReturn(List.of(drift));
        var admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
        assertThat(service.reconcile(admin))
                .isEqualTo(new ReconciliationView(from, 7, 1, 0, 1, List.of(), List.of(drift)));
    }

    @Test
    void marksNothingForARequest() {
        service.reconcile(new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM));
        verifyNoInteractions(hours);
    }

    @Test
    void refusesWhoIsNoAdministrator() {
        var student = new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> service.reconcile(student))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(KernelProblem.FORBIDDEN));
        verifyNoInteractions(views);
    }
}
