// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Amount in one currency. It is never a floating point number: JSON has a decimal string, and the database a {@code
 * numeric(12,2)} beside a column {@code currency}.
 *
 * @param amount with exactly the decimals of its currency (ISO 4217): two for EUR, none for JPY
 * @param currency ISO 4217 code of a currency with at most two decimals, as in {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {
    /** Largest amount that {@code numeric(12,2)} holds. */
    public static final BigDecimal MAX = new BigDecimal("9999999999.99");

    private static final int MAX_DECIMALS = 2;

    public Money {
        int decimals = decimals(currency);
        if (decimals < 0) {
            throw KernelProblem.INVALID_REQUEST.because("A currency is a code of ISO 4217, such as EUR.");
        }
        if (decimals > MAX_DECIMALS) {
            throw KernelProblem.INVALID_REQUEST.because(currency + " has " + decimals
                    + " decimals. Use a currency with at most " + MAX_DECIMALS + ", such as EUR.");
        }
        if (amount.stripTrailingZeros().scale() > decimals || amount.abs().compareTo(MAX) > 0) {
            throw KernelProblem.INVALID_REQUEST.because("Money in " + currency + " has "
                    + (decimals == 0 ? "no" : "at most " + decimals) + " decimals and is at most " + MAX + ".");
        }
        amount = amount.setScale(decimals);
    }

    /** Returns money from a decimal text, as in {@code Money.of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** Returns 1, 0 or -1 for an amount above, at or below zero. */
    public int signum() {
        return amount.signum();
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }

    /** Returns the decimals of a currency; a negative number if there is no such currency, or it has none, as gold. */
    private static int decimals(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }
}
