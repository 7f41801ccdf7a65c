// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.NOW;
import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.daily;
import static dev.ashlar.ai.domain.SampleBudgets.hold;
import static dev.ashlar.ai.domain.SampleBudgets.monthly;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.opened;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.BudgetView;
import dev.ashlar.ai.application.BudgetViews;
import dev.ashlar.ai.application.BudgetWindowView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
@Kills(mutant = "mapper BudgetViewMapper.budgets owner", test = "listsBudgetsNewestFirst")
class BudgetViewMapperTest {
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private Budgets budgets;

    @Autowired
    private BudgetViews views;

    private final UserId user = user();
    private final InteractionOrigin origin = SampleBudgets.origin(user, new AiProviderId(user.value()), PLATFORM);

    @Test
    void showsTheCurrentWindow() {
        var budget = stored(monthly(of(user), "10"));
        assertThat(views.budget(budget.id(), NOW)).hasValueSatisfying(view -> {
            assertThat(view.window().window().spentUsd()).isZero();
            assertThat(view.window().leftUsd()).isEqualByComparingTo("10");
        });
        budgets.charge(List.of(call(callAt(NOW), origin, "3")));
        budgets.hold(hold(origin, NOW, "1.5"));

        assertThat(views.budget(budget.id(), TOMORROW)).hasValueSatisfying(view -> {
            assertThat(view.target()).isEqualTo(budget.target());
            assertThat(view.period()).isEqualTo(budget.period());
            assertThat(view.limitUsd()).isEqualTo(budget.limitUsd());
            assertThat(view.openedAt()).isEqualTo(budget.openedAt());
            assertThat(view.createdAt()).isEqualTo(budget.createdAt());
            assertThat(view.version()).isEqualTo(budget.version());
            assertThat(view.window().leftUsd()).isEqualByComparingTo("5.5");
            var window = view.window().window();
            assertThat(window.startsAt()).isEqualTo("2026-11-01T00:00:00Z");
            assertThat(window.endsAt()).isEqualTo("2026-12-01T00:00:00Z");
            assertThat(window.spentUsd()).isEqualByComparingTo("3");
            assertThat(window.heldUsd()).isEqualByComparingTo("1.5");
        });
        assertThat(views.budget(budget.id(), NOW.plus(Duration.ofDays(20))))
                .hasValueSatisfying(view -> assertThat(view.window().leftUsd()).isEqualByComparingTo("10"));
        assertThat(views.budget(monthly(of(user), "10").id(), NOW)).isEmpty();
    }

    @Test
    void showsThatNothingIsLeftBeyondTheLimit() {
        var budget = stored(daily(of(user), "10"));
        budgets.charge(List.of(call(callAt(NOW), origin, "11")));
        assertThat(views.budget(budget.id(), NOW))
                .hasValueSatisfying(view -> assertThat(view.window().leftUsd()).isZero());
    }

    @Test
    void listsBudgetsNewestFirst() {
        var first = stored(daily(of(user), "10"));
        var second = stored(monthly(of(user), "10"));
        var others = stored(daily(of(user()), "10"));
        var platform = stored(daily(of(PLATFORM), "10"));

        assertThat(ids(views.budgets(null, null, NOW, null, 9)))
                .containsExactly(platform.id(), others.id(), second.id(), first.id());
        assertThat(ids(views.budgets(null, null, NOW, others.id().value(), 1))).containsExactly(second.id());
        assertThat(ids(views.budgets(BudgetScope.USER, null, NOW, null, 9)))
                .containsExactly(others.id(), second.id(), first.id());
        assertThat(ids(views.budgets(BudgetScope.USER, user, NOW, null, 9))).containsExactly(second.id(), first.id());
        assertThat(ids(views.budgets(null, user, NOW, second.id().value(), 9))).containsExactly(first.id());
        assertThat(views.budgets(BudgetScope.PLATFORM, user, NOW, null, 9)).isEmpty();
    }

    @Test
    void listsWindowsLatestFirst() {
        var budget = stored(daily(of(user), "10"));
        var others = stored(daily(of(PLATFORM), "10"));
        budgets.charge(List.of(call(callAt(NOW), origin, "3"), call(callAt(TOMORROW), origin, "4")));

        assertThat(views.windows(budget.id(), null, 9))
                .extracting(BudgetWindowView::startsAt)
                .containsExactly(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(views.windows(budget.id(), Instant.parse("2026-11-21T00:00:00Z"), 9))
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.endsAt()).isEqualTo("2026-11-21T00:00:00Z");
                    assertThat(window.spentUsd()).isEqualByComparingTo("3");
                    assertThat(window.heldUsd()).isZero();
                });
        assertThat(views.windows(others.id(), null, 1)).hasSize(1);
    }

    private Budget stored(Budget budget) {
        var opened = opened(budget);
        budgets.insert(opened);
        return opened;
    }

    private static List<BudgetId> ids(List<BudgetView> views) {
        return views.stream().map(BudgetView::id).toList();
    }
}
