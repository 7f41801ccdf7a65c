// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limit of the cost of calls in each day or month.
 *
 * @param limitUsd limit of a window in US dollars, at most {@value #DECIMALS} decimals; 0 allows only calls that cost nothing
 * @param openedAt time from which calls are held to the limit; null while the costs of earlier calls are added up
 */
public record Budget(
        BudgetId id,
        BudgetTarget target,
        BudgetPeriod period,
        BigDecimal limitUsd,
        @Nullable Instant openedAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Decimals of a limit in US dollars. */
    public static final int DECIMALS = ModelPrices.DECIMALS;

    /** Highest limit of a window in US dollars. */
    public static final BigDecimal MAX_LIMIT = new BigDecimal("1000000000");

    public Budget {
        Fields.require(
                limitUsd.signum() >= 0
                        && limitUsd.compareTo(MAX_LIMIT) <= 0
                        && limitUsd.stripTrailingZeros().scale() <= DECIMALS,
                "/limitUsd",
                "must be from 0 to " + MAX_LIMIT + " with at most " + DECIMALS + " decimals");
        limitUsd = limitUsd.setScale(DECIMALS);
    }

    /** Returns a budget that covers calls from the start of the current window on. */
    public static Budget of(BudgetId id, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd, Instant now) {
        return new Budget(id, target, period, limitUsd, null, now, now, 0);
    }

    public Budget limitedTo(BigDecimal limit, Instant now) {
        return new Budget(id, target, period, limit, openedAt, createdAt, now, version);
    }

    /** True if the cost of a call of this origin and time counts. Calls before the first window do not. */
    public boolean covers(InteractionOrigin origin, Instant time) {
        return target.covers(origin)
                && !time.isBefore(period.windowAt(createdAt).from());
    }

    /** Returns the refusal of a call. It tells the limit only to the user whose budget it is. */
    public DomainException exceeded(BudgetHold call) {
        var window = period.windowAt(call.createdAt());
        var end = Objects.requireNonNull(window.until());
        var limit = target.scope() == BudgetScope.USER ? " of " + plain(limitUsd) + " USD" : "";
        return AiProblem.BUDGET_EXCEEDED
                .because("The " + (period == BudgetPeriod.DAY ? "daily" : "monthly") + " budget" + limit + " of the "
                        + target.scope().name().toLowerCase(Locale.ROOT)
                        + " does not cover this call, which may cost up to "
                        + plain(call.amountUsd())
                        + " USD. Ask for fewer tokens, or wait for the next window, which starts at "
                        + end + ".")
                .retryAfter(Duration.between(call.createdAt(), end));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
