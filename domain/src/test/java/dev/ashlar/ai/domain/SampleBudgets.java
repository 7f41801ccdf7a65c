// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Budgets, and calls that they cover, for tests. */
public final class SampleBudgets {
    /** Present of the tests: neither the first day of a month nor the last. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

    /** Code of a platform that has the calls of one test only. */
    public static final String PLATFORM = "budgeted";

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleBudgets() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    /** Returns a call of this user, provider and platform. */
    public static InteractionOrigin origin(UserId user, AiProviderId provider, String platform) {
        return new InteractionOrigin(provider, "small", user, platform, null);
    }

    public static Budget daily(BudgetTarget target, String limit) {
        return budget(target, BudgetPeriod.DAY, limit, NOW);
    }

    public static Budget monthly(BudgetTarget target, String limit) {
        return budget(target, BudgetPeriod.MONTH, limit, NOW);
    }

    public static Budget budget(BudgetTarget target, BudgetPeriod period, String limit, Instant now) {
        return Budget.of(new BudgetId(IDS.next()), target, period, new BigDecimal(limit), now);
    }

    /** Returns the budget open, as after the costs of earlier calls are added up. */
    public static Budget opened(Budget budget) {
        return new Budget(
                budget.id(),
                budget.target(),
                budget.period(),
                budget.limitUsd(),
                budget.createdAt(),
                budget.createdAt(),
                budget.updatedAt(),
                budget.version());
    }

    public static BudgetTarget of(UserId user) {
        return new BudgetTarget(BudgetScope.USER, user, null, null);
    }

    public static BudgetTarget of(AiProviderId provider) {
        return new BudgetTarget(BudgetScope.PROVIDER, null, provider, null);
    }

    public static BudgetTarget of(String platform) {
        return new BudgetTarget(BudgetScope.PLATFORM, null, null, platform);
    }

    /** Returns an id of a call at this time. */
    public static InteractionId callAt(Instant time) {
        var random = IDS.next();
        long bits = time.toEpochMilli() << 16 | random.getMostSignificantBits() & 0xffff;
        return new InteractionId(new UUID(bits, random.getLeastSignificantBits()));
    }

    public static BudgetHold hold(InteractionOrigin origin, Instant time, String amount) {
        return BudgetHold.of(callAt(time), origin, new BigDecimal(amount));
    }

    /** Returns a call that has cost this; null if the cost is unknown. */
    public static Interaction call(InteractionId id, InteractionOrigin origin, @Nullable String cost) {
        var result = new CallResult(InteractionStatus.PENDING, 200, null, 700, null);
        var usage = new TokenUsage(1000, 500, 0, 0, UsageSource.PROVIDER);
        return new Interaction(id, origin, result, usage, cost == null ? null : new BigDecimal(cost), null, null);
    }
}
