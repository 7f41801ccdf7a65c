// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database and {@link Money} agree about the decimals of each currency. */
@PersistenceTest
class MoneyColumnsTest {
    private static final List<String> AMOUNTS = List.of("1", "10", "1.5", "1.25", "1.005", "9999999999.99");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void holdTheDecimalsOfEachCurrency() {
        var currencies = Currency.getAvailableCurrencies();
        assertThat(currencies).hasSizeGreaterThan(200);
        assertThat(currencies)
                .allSatisfy(currency -> assertThat(AMOUNTS)
                        .allSatisfy(amount -> assertThat(isMoney(amount, currency.getCurrencyCode()))
                                .as("%s %s", amount, currency)
                                .isEqualTo(isAccepted(amount, currency.getCurrencyCode()))));
    }

    private boolean isMoney(String amount, String currency) {
        return jdbc.sql("SELECT kernel.is_money(?, ?)")
                .params(new BigDecimal(amount), currency)
                .query(Boolean.class)
                .single();
    }

    private static boolean isAccepted(String amount, String currency) {
        try {
            return Money.of(amount, currency).signum() > 0;
        } catch (DomainException refused) {
            return false;
        }
    }
}
