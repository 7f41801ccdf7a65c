// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Budgets, with what their windows have spent and hold. What a window has spent is always the sum of the costs of the stored
 * interactions in it that the budget covers.
 */
public interface Budgets {
    /**
     * Stores a budget that is not open. Waits for running transactions that store interactions, so that each interaction is either stored before
     * the budget or charges it. Until the transaction of the caller ends, no user is erased.
     */
    void insert(Budget budget);

    Optional<Budget> find(BudgetId id);

    /**
     * Adds what earlier interactions have cost to the windows of a budget that is not open, and opens it; does nothing if it is open. Charges
     * of other transactions go on meanwhile.
     */
    void open(BudgetId id, Instant now);

    /** Finds the next budget that is not open, in the order of ids; null to begin. */
    Optional<BudgetId> findUnopened(@Nullable BudgetId after);

    /** Stores the next limit of a budget if it still has the version; returns false otherwise. */
    boolean update(Budget next, int expectedVersion);

    /** Deletes a budget with its windows and holds if it still has the version; returns false otherwise. */
    boolean delete(BudgetId id, int expectedVersion);

    /**
     * Holds the greatest cost of a call on each open budget that covers it. Returns the first budget, in the order of their ids, that does not
     * cover it; then the caller rolls back, because other budgets may hold the amount.
     */
    Optional<Budget> hold(BudgetHold hold);

    /**
     * Charges the budgets that cover these interactions with their costs, each in the window of the interaction's time, and ends the holds
     * of the interactions. Called once for each stored interaction, in the transaction that stores it, and at most once in a transaction.
     */
    void charge(List<Interaction> stored);

    /** Frees up to a number of holds that have expired; returns their number. */
    int expireHolds(Instant now, int limit);

    /** Deletes the budgets of a person. */
    void erase(UserId person);
}
