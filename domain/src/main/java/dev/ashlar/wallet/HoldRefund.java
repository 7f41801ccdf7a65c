package dev.ashlar.wallet;

import java.util.Objects;

/**
 * What another context wants to give back of what it has captured: all of it.
 *
 * @param reference what was held for
 * @param idempotencyKey names the deed, as in {@code refund:<id>}; a key is posted once, however often it is tried
 * @param reason what the person reads in the statement
 */
public record HoldRefund(HoldReference reference, String idempotencyKey, String reason) {
    public HoldRefund {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(reason, "reason");
    }
}
