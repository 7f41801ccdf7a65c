// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void hasTwoDecimals() {
        assertThat(Money.of("12.5", "EUR")).isEqualTo(Money.of("12.500", "EUR")).hasToString("12.50 EUR");
        assertThat(Money.zero("EUR").amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void hasTheDecimalsOfItsCurrency() {
        assertThat(Money.of("1000.00", "JPY"))
                .isEqualTo(Money.of("1000", "JPY"))
                .hasToString("1000 JPY");
        assertThat(Money.of("1000", "JPY").times(3)).hasToString("3000 JPY");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Money.of("1000.5", "JPY"));
    }

    @Test
    void refusesCurrenciesWithMoreThanTwoDecimals() {
        assertThat(assertRefused(KernelProblem.INVALID_REQUEST, () -> Money.of("1", "KWD"))
                        .detail())
                .isEqualTo("KWD has 3 decimals. Use a currency with at most 2, such as EUR.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.505", "10000000000", "-10000000000", "1E-3", "1E+40"})
    void refusesAmountsThatAreTooLargeOrTooFine(String amount) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Money.of(amount, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "XXX", "QQQ"})
    void refusesAnUnknownCurrency(String currency) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Money.of("1", currency));
    }

    @Test
    void addsUpInOneCurrency() {
        assertThat(Money.of("1.10", "EUR").plus(Money.of("2.20", "EUR"))).isEqualTo(Money.of("3.30", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
    }

    @Property
    void multipliesAsRepeatedAddition(
            @ForAll @LongRange(min = -100_000, max = 100_000) long cents,
            @ForAll @IntRange(min = 0, max = 50) int count) {
        var money = new Money(BigDecimal.valueOf(cents, 2), "EUR");
        var sum = Money.zero("EUR");
        for (int i = 0; i < count; i++) {
            sum = sum.plus(money);
        }
        assertThat(money.times(count)).isEqualTo(sum);
        assertThat(money.signum()).isEqualTo(Long.signum(cents));
    }
}
