// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void hasTwoDecimals() {
        assertThat(Money.of("12.5", "EUR")).isEqualTo(Money.of("12.500", "EUR")).hasToString("12.50 EUR");
        assertThat(Money.of("0", "EUR").amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void hasTheDecimalsOfItsCurrency() {
        assertThat(Money.of("1000.00", "JPY"))
                .isEqualTo(Money.of("1000", "JPY"))
                .hasToString("1000 JPY");
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

    @ParameterizedTest
    @CsvSource({"-0.01, -1", "0.00, 0", "0.01, 1"})
    void hasASign(String amount, int signum) {
        assertThat(Money.of(amount, "EUR").signum()).isEqualTo(signum);
    }
}
