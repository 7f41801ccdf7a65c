package dev.ashlar.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Amount in one currency, to the cent. It is never a floating point number: JSON has a decimal string, and the database a {@code
 * numeric(12,2)} beside a column {@code currency}.
 *
 * @param amount with exactly two decimals
 * @param currency ISO 4217 code, as in {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {
    /** Largest amount that {@code numeric(12,2)} holds. */
    public static final BigDecimal MAX = new BigDecimal("9999999999.99");

    private static final int DECIMALS = 2;

    public Money {
        if (!isCurrency(currency)) {
            throw KernelProblem.INVALID_REQUEST.because("A currency is a code of ISO 4217, such as EUR.");
        }
        if (amount.stripTrailingZeros().scale() > DECIMALS || amount.abs().compareTo(MAX) > 0) {
            throw KernelProblem.INVALID_REQUEST.because("Money has at most two decimals and is at most " + MAX + ".");
        }
        amount = amount.setScale(DECIMALS);
    }

    /** Returns money from a decimal text, as in {@code Money.of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** Returns zero in a currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Adds money of the same currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up.");
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /** Returns 1, 0 or -1 for an amount above, at or below zero. */
    public int signum() {
        return amount.signum();
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
