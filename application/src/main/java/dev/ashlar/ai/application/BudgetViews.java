// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of budgets and their windows. */
public interface BudgetViews {
    /**
     * Returns budgets before the given key, newest first.
     *
     * @param scope kind of calls that the budgets cover; null for all
     * @param userId user whose calls the budgets cover; null for budgets of all targets
     */
    List<BudgetView> budgets(
            @Nullable BudgetScope scope, @Nullable UserId userId, Instant now, @Nullable UUID after, int limit);

    Optional<BudgetView> budget(BudgetId id, Instant now);

    /** Returns the windows of a budget that have had calls and start before the given time, latest first. */
    List<BudgetWindowView> windows(BudgetId id, @Nullable Instant before, int limit);
}
