package dev.ashlar.bootstrap.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Payment at the sandbox gateway.
 *
 * @param id key of the sandbox
 * @param reference key of the caller
 * @param status {@code captured}, {@code declined} or {@code refunded}
 */
public record SandboxPayment(
        String id,
        String reference,
        String status,
        @Nullable Amount amount,
        @Nullable String reason) {
    SandboxPayment refunded() {
        return new SandboxPayment(id, reference, "refunded", amount, null);
    }

    /** Money in JSON. */
    public record Amount(String amount, String currency) {}
}
