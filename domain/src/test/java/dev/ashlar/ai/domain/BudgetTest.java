// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static dev.ashlar.ai.domain.SampleBudgets.NOW;
import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.daily;
import static dev.ashlar.ai.domain.SampleBudgets.hold;
import static dev.ashlar.ai.domain.SampleBudgets.monthly;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.kernel.DomainException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private final AiProviderId provider = new AiProviderId(user().value());
    private final InteractionOrigin origin = origin(user(), provider, PLATFORM);

    @Test
    void coversCallsOfItsTargetFromItsFirstWindowOn() {
        var daily = daily(of(PLATFORM), "10");
        assertThat(daily.covers(origin, NOW)).isTrue();
        assertThat(daily.covers(origin, Instant.parse("2026-11-20T00:00:00Z"))).isTrue();
        assertThat(daily.covers(origin, Instant.parse("2026-11-19T23:59:59.999Z")))
                .isFalse();
        assertThat(monthly(of(PLATFORM), "10").covers(origin, Instant.parse("2026-11-01T00:00:00Z")))
                .isTrue();
        assertThat(monthly(of(PLATFORM), "10").covers(origin, Instant.parse("2026-10-31T23:59:59.999Z")))
                .isFalse();
        assertThat(daily(of("other"), "10").covers(origin, NOW)).isFalse();
    }

    @Test
    void hasATargetOfItsScope() {
        assertThat(of(origin.userId()).covers(origin)).isTrue();
        assertThat(of(user()).covers(origin)).isFalse();
        assertThat(of(provider).covers(origin)).isTrue();
        assertThat(of(new AiProviderId(user().value())).covers(origin)).isFalse();
        assertInvalid("/userId", () -> new BudgetTarget(BudgetScope.USER, null, null, null));
        assertInvalid("/userId", () -> new BudgetTarget(BudgetScope.PLATFORM, user(), null, PLATFORM));
        assertInvalid("/providerId", () -> new BudgetTarget(BudgetScope.PROVIDER, null, null, null));
        assertInvalid("/providerId", () -> new BudgetTarget(BudgetScope.PLATFORM, null, provider, PLATFORM));
        assertInvalid("/platform", () -> new BudgetTarget(BudgetScope.PLATFORM, null, null, null));
        assertInvalid("/platform", () -> new BudgetTarget(BudgetScope.USER, user(), null, PLATFORM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000.01", "0.000000001"})
    void refusesALimitThatCannotBeStored(String limit) {
        assertInvalid("/limitUsd", () -> daily(of(PLATFORM), limit));
        assertInvalid("/limitUsd", () -> daily(of(PLATFORM), "1").limitedTo(new BigDecimal(limit), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00000001", "1000000000.000000000", "1E+3"})
    void keepsALimitWithEightDecimals(String limit) {
        assertThat(daily(of(PLATFORM), limit).limitUsd())
                .isEqualByComparingTo(limit)
                .hasScaleOf(8);
    }

    @Test
    void tellsTheLimitToItsUserOnly() {
        var hold = hold(origin, NOW, "0.30");
        var users = monthly(of(origin.userId()), "12.50").exceeded(hold);
        assertThat(users.type()).isEqualTo(AiProblem.BUDGET_EXCEEDED);
        assertThat(users.detail())
                .isEqualTo(
                        "The monthly budget of 12.5 USD of the user does not cover this call, which may cost up to 0.3 USD."
                                + " Ask for fewer tokens, or wait for the next window, which starts at 2026-12-01T00:00:00Z.");
        assertThat(daily(of(provider), "12.50").exceeded(hold).detail())
                .startsWith("The daily budget of the provider does not cover this call");
        assertThat(daily(of(PLATFORM), "12.50").exceeded(hold).retryAfter())
                .isEqualTo(Duration.between(NOW, Instant.parse("2026-11-21T00:00:00Z")));
    }

    @Test
    void holdsTheGreatestCostRoundedUp() {
        var hold = hold(origin, NOW, "0.000000001");
        assertThat(hold.amountUsd()).isEqualTo(new BigDecimal("0.00000001"));
        assertThat(hold.createdAt()).isEqualTo(NOW);
        assertThat(hold.expiresAt()).isEqualTo(NOW.plus(BudgetHold.LIFETIME));
        assertThatIllegalArgumentException().isThrownBy(() -> hold(origin, NOW, "-1"));
    }

    private static void assertInvalid(String pointer, ThrowingCallable code) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(code)
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(DomainException.FieldError::pointer)
                        .contains(pointer));
    }
}
