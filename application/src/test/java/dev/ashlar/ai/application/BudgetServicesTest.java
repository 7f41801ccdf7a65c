// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleBudgets.NOW;
import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.InMemoryBudgets;
import dev.ashlar.ai.domain.InMemoryInteractions;
import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class BudgetServicesTest {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BudgetId ID = new BudgetId(user().value());

    private final Actor admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private final Actor student = new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    private final InMemoryBudgets budgets = spy(new InMemoryBudgets());
    private final BudgetViews views = mock(BudgetViews.class);
    private final People people = mock(People.class);
    private final AiProviders providers = mock(AiProviders.class);
    private final InMemoryInteractions interactions = new InMemoryInteractions();
    private Instant now = NOW;

    private final BudgetAdminService service =
            new BudgetAdminService(budgets, views, providers, interactions, IdSource.timeOrdered(), () -> now);
    private final BudgetWorkflow workflow = new BudgetWorkflow(service, people, PLATFORM::equals);
    private final BudgetService calls = new BudgetService(budgets, () -> now);

    @Test
    void refusesWhoIsNoAdministrator() {
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.DAY, TEN);
        Stream.<ThrowingCallable>of(
                        () -> service.list(student, null, student.userId(), PageRequest.first()),
                        () -> service.get(student, id),
                        () -> service.windows(student, id, PageRequest.first()),
                        () -> service.create(student, of(PLATFORM), BudgetPeriod.MONTH, TEN),
                        () -> workflow.create(student, of(PLATFORM), BudgetPeriod.MONTH, TEN),
                        () -> service.edit(student, id, 0, TEN),
                        () -> service.delete(student, id, 0))
                .forEach(call -> assertRefused(KernelProblem.FORBIDDEN, call));
        assertThat(budgets.find(id))
                .hasValueSatisfying(budget -> assertThat(budget.version()).isZero());
    }

    @Test
    void listsToAUserTheOwnBudgetsOnly() {
        when(views.budgets(
                        BudgetScope.USER,
                        student.userId(),
                        NOW,
                        null,
                        PageRequest.first().rowsToRead()))
                .thenReturn(List.of(view()));
        assertThat(service.listOwn(student, PageRequest.first()).items()).containsExactly(view());
    }

    @Test
    void editsAndDeletesTheVersionThatWasRead() {
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.DAY, TEN);
        when(views.budget(id, NOW)).thenReturn(Optional.of(view()));
        assertThat(service.edit(admin, id, 0, BigDecimal.ONE)).isEqualTo(view());
        assertThat(limit(id)).isEqualByComparingTo("1");
        assertRefused(KernelProblem.STALE_VERSION, () -> service.edit(admin, id, 0, TEN));
        assertRefused(KernelProblem.STALE_VERSION, () -> service.delete(admin, id, 0));
        service.delete(admin, id, 1);
        assertRefused(AiProblem.BUDGET_NOT_FOUND, () -> service.edit(admin, id, 1, TEN));
        assertRefused(AiProblem.BUDGET_NOT_FOUND, () -> service.delete(admin, id, 1));
        when(views.budget(id, NOW)).thenReturn(Optional.empty());
        assertRefused(AiProblem.BUDGET_NOT_FOUND, () -> service.get(admin, id));
        assertRefused(AiProblem.BUDGET_NOT_FOUND, () -> service.windows(admin, id, PageRequest.first()));
    }

    @Test
    void refusesATargetThatDoesNotExist() {
        var known = user();
        var leaving = user();
        var provider = new AiProviderId(user().value());
        when(people.profiles(any()))
                .thenAnswer(call -> call.<Set<UserId>>getArgument(0).equals(Set.of(known))
                        ? List.of(mock(PublicProfile.class))
                        : List.of());
        when(people.lockDeactivated(Set.of(leaving))).thenReturn(Set.of(leaving));
        when(providers.find(provider)).thenReturn(Optional.empty());
        when(views.budget(any(), any())).thenReturn(Optional.of(view()));
        add(of(known));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> add(of(user())));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> add(of(leaving)));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> add(of("unknown")));
        assertRefused(AiProblem.PROVIDER_NOT_FOUND, () -> add(of(provider)));
    }

    /** The account may be deleted after identity was asked. */
    @Test
    void refusesABudgetOfAnErasedUser() {
        var erased = user();
        when(people.profiles(any())).thenReturn(List.of(mock(PublicProfile.class)));
        interactions.markErased(erased, NOW);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> add(of(erased)));
    }

    @Test
    void createsABudgetThatIsOpenAndHasSpentWhatEarlierCallsCost() {
        var origin = origin(student.userId(), new AiProviderId(user().value()), PLATFORM);
        budgets.charge(List.of(call(callAt(NOW), origin, "4")));
        when(views.budget(any(), any())).thenReturn(Optional.of(view()));
        assertThat(workflow.create(admin, of(PLATFORM), BudgetPeriod.DAY, TEN)).isEqualTo(view());
        assertRefused(AiProblem.BUDGET_EXCEEDED, () -> calls.hold(origin, callAt(NOW), new BigDecimal("6.1")));
        calls.hold(origin, callAt(NOW), new BigDecimal("6"));
    }

    @Test
    void opensBudgetsWhoseCreationWasInterrupted() {
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.DAY, TEN);
        assertThat(workflow.openInterrupted()).isEqualTo(1);
        assertThat(workflow.openInterrupted()).isZero();
        assertThat(budgets.find(id)).map(Budget::openedAt).contains(NOW);
    }

    /** A budget of ten million calls may need longer than the statement may take. */
    @Test
    void opensTheOtherBudgetsWhenOneFails() {
        var failing = service.create(admin, of(PLATFORM), BudgetPeriod.DAY, TEN);
        var other = service.create(admin, of(PLATFORM), BudgetPeriod.MONTH, TEN);
        doThrow(new QueryTimeoutException("late")).when(budgets).open(failing, NOW);

        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(workflow::openInterrupted);

        assertThat(budgets.find(failing)).map(Budget::openedAt).isEmpty();
        assertThat(budgets.find(other)).map(Budget::openedAt).contains(NOW);
    }

    @Test
    void freesHoldsAfterTheirLifetime() {
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.MONTH, TEN);
        service.open(id);
        var origin = origin(student.userId(), new AiProviderId(user().value()), PLATFORM);
        calls.hold(origin, callAt(NOW), TEN);
        assertThat(calls.expireHolds()).isZero();
        assertRefused(AiProblem.BUDGET_EXCEEDED, () -> calls.hold(origin, callAt(now), BigDecimal.ONE));
        now = NOW.plus(BudgetHold.LIFETIME);
        assertThat(calls.expireHolds()).isEqualTo(1);
        calls.hold(origin, callAt(now), TEN);
    }

    private BudgetView add(BudgetTarget target) {
        return workflow.create(admin, target, BudgetPeriod.DAY, TEN);
    }

    private BigDecimal limit(BudgetId id) {
        return budgets.find(id).orElseThrow().limitUsd();
    }

    private static BudgetView view() {
        var window = new BudgetWindowView(NOW, NOW, BigDecimal.ONE, BigDecimal.ZERO);
        return new BudgetView(ID, of(PLATFORM), BudgetPeriod.DAY, TEN, new CurrentWindowView(window, TEN), NOW, NOW, 1);
    }
}
