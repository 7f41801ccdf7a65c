// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Payment at the sandbox gateway.
 *
 * @param id key of the sandbox
 * @param reference key of the caller
 * @param status {@code captured}, {@code declined} or {@code refunded}
 * @param livemode always false; a field that callers need not know
 */
public record SandboxPayment(
        String id,
        String reference,
        String status,
        @Nullable Amount amount,
        @Nullable String reason,
        boolean livemode) {
    SandboxPayment with(String nextStatus) {
        return new SandboxPayment(id, reference, nextStatus, amount, null, livemode);
    }

    /** Money in JSON. */
    public record Amount(String amount, String currency) {}
}
