// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.math.BigDecimal;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Budgets of calls. {@link Budgets#charge} settles them in the transaction that stores the interaction. */
@ApplicationService
public class BudgetService {
    private static final int BATCH = 500;

    private final Budgets budgets;
    private final InstantSource clock;

    BudgetService(Budgets budgets, InstantSource clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Holds the greatest cost of a call, in US dollars, on each budget that covers it, and refuses the call if one of them does not. The hold
     * ends when the interaction is stored, or after {@link BudgetHold#LIFETIME}, which is therefore longer than any call.
     */
    @Transactional
    public void hold(InteractionOrigin origin, InteractionId id, BigDecimal greatestCost) {
        var hold = BudgetHold.of(id, origin, greatestCost);
        budgets.hold(hold).ifPresent(refusing -> {
            throw refusing.exceeded(hold);
        });
    }

    /** Frees a batch of holds of calls that were never stored, and returns their number. */
    @Job(name = "ai.expire-budget-holds", every = "1m")
    @Transactional
    public int expireHolds() {
        return budgets.expireHolds(clock.instant(), BATCH);
    }
}
