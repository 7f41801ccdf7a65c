// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decision of an administrator about a payment.
 *
 * @param reason reason that the administrator gave; null for a retry
 */
public record PaymentDecision(
        PaymentDecisionId id,
        PaymentId paymentId,
        PaymentAction action,
        UserId actorId,
        @Nullable String reason,
        Instant createdAt) {
    /** Maximum length of a reason. */
    public static final int MAX_REASON = 500;

    public PaymentDecision {
        reason = Fields.optionalText("/reason", reason, MAX_REASON);
    }
}
