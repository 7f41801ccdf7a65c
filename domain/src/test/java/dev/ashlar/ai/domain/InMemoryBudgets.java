// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Budgets} for tests of one thread. */
public final class InMemoryBudgets implements Budgets {
    private final Map<BudgetId, Budget> budgets = new TreeMap<>(Comparator.comparing(BudgetId::value));
    private final Map<Window, Amounts> windows = new HashMap<>();
    private final List<Held> holds = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();

    @Override
    public void insert(Budget budget) {
        budgets.put(budget.id(), budget);
    }

    @Override
    public Optional<Budget> find(BudgetId id) {
        return Optional.ofNullable(budgets.get(id));
    }

    @Override
    public boolean update(Budget next, int expectedVersion) {
        return find(next.id())
                .filter(stored -> stored.version() == expectedVersion)
                .map(stored -> budgets.put(
                        stored.id(),
                        new Budget(
                                stored.id(),
                                stored.target(),
                                stored.period(),
                                next.limitUsd(),
                                stored.openedAt(),
                                stored.createdAt(),
                                next.updatedAt(),
                                stored.version() + 1)))
                .isPresent();
    }

    @Override
    public void open(BudgetId id, Instant now) {
        var budget = find(id).filter(stored -> stored.openedAt() == null);
        budget.ifPresent(stored -> {
            windows.keySet().removeIf(window -> window.budgetId().equals(id));
            interactions.forEach(interaction -> charge(stored, interaction));
            budgets.put(
                    id,
                    new Budget(
                            id,
                            stored.target(),
                            stored.period(),
                            stored.limitUsd(),
                            now,
                            stored.createdAt(),
                            now,
                            stored.version()));
        });
    }

    @Override
    public Optional<BudgetId> findUnopened(@Nullable BudgetId after) {
        return budgets.values().stream()
                .filter(budget -> budget.openedAt() == null)
                .map(Budget::id)
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .findFirst();
    }

    @Override
    public boolean delete(BudgetId id, int expectedVersion) {
        if (find(id).filter(stored -> stored.version() == expectedVersion).isEmpty()) {
            return false;
        }
        remove(id);
        return true;
    }

    @Override
    public Optional<Budget> hold(BudgetHold hold) {
        var covering = covering(hold.origin(), hold.createdAt())
                .filter(budget -> budget.openedAt() != null)
                .toList();
        var refusing =
                covering.stream().filter(budget -> !hasRoom(budget, hold)).findFirst();
        if (refusing.isEmpty()) {
            covering.forEach(budget -> {
                var window = new Window(budget.id(), start(budget, hold.createdAt()));
                windows.merge(window, new Amounts(BigDecimal.ZERO, hold.amountUsd()), Amounts::plus);
                holds.add(new Held(hold, window));
            });
        }
        return refusing;
    }

    @Override
    public void charge(List<Interaction> stored) {
        interactions.addAll(stored);
        stored.forEach(interaction -> {
            end(holds.stream()
                    .filter(held -> held.hold().interactionId().equals(interaction.id()))
                    .toList());
            covering(interaction.origin(), interaction.createdAt()).forEach(budget -> charge(budget, interaction));
        });
    }

    @Override
    public int expireHolds(Instant now, int limit) {
        var expired = holds.stream()
                .filter(held -> !held.hold().expiresAt().isAfter(now))
                .limit(limit)
                .toList();
        end(expired);
        return expired.size();
    }

    @Override
    public void erase(UserId person) {
        budgets.values().stream()
                .filter(budget -> person.equals(budget.target().userId()))
                .map(Budget::id)
                .toList()
                .forEach(this::remove);
    }

    /** Returns what a window has spent, or zero. */
    public BigDecimal spent(Budget budget, Instant time) {
        return amounts(budget, time).spent();
    }

    /** Returns what a window holds, or zero. */
    public BigDecimal held(Budget budget, Instant time) {
        return amounts(budget, time).held();
    }

    private Stream<Budget> covering(InteractionOrigin origin, Instant time) {
        return budgets.values().stream().filter(budget -> budget.covers(origin, time));
    }

    private boolean hasRoom(Budget budget, BudgetHold hold) {
        var amounts = amounts(budget, hold.createdAt());
        return amounts.spent().add(amounts.held()).add(hold.amountUsd()).compareTo(budget.limitUsd()) <= 0;
    }

    private void charge(Budget budget, Interaction interaction) {
        if (budget.covers(interaction.origin(), interaction.createdAt()) && interaction.costUsd() != null) {
            windows.merge(
                    new Window(budget.id(), start(budget, interaction.createdAt())),
                    new Amounts(interaction.costUsd(), BigDecimal.ZERO),
                    Amounts::plus);
        }
    }

    private void end(List<Held> ended) {
        ended.forEach(held -> windows.merge(
                held.window(),
                new Amounts(BigDecimal.ZERO, held.hold().amountUsd().negate()),
                Amounts::plus));
        holds.removeAll(ended);
    }

    private void remove(BudgetId id) {
        budgets.remove(id);
        windows.keySet().removeIf(window -> window.budgetId().equals(id));
        holds.removeIf(held -> held.window().budgetId().equals(id));
    }

    private Amounts amounts(Budget budget, Instant time) {
        return windows.getOrDefault(
                new Window(budget.id(), start(budget, time)), new Amounts(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static Instant start(Budget budget, Instant time) {
        return Objects.requireNonNull(budget.period().windowAt(time).from());
    }

    private record Window(BudgetId budgetId, Instant startsAt) {}

    private record Held(BudgetHold hold, Window window) {}

    private record Amounts(BigDecimal spent, BigDecimal held) {
        Amounts plus(Amounts other) {
            return new Amounts(spent.add(other.spent), held.add(other.held));
        }
    }
}
