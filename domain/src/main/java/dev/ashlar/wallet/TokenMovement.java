package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that another context wants to take from a person or give to one.
 *
 * @param owner whose tokens
 * @param tokens how many, at least 1
 * @param idempotencyKey names the deed, as in {@code booking:<id>}; a key is posted once, however often it is tried
 * @param reason what the person reads in the statement
 * @param slotId the slot it is about, if any
 */
public record TokenMovement(
        UserId owner,
        long tokens,
        String idempotencyKey,
        String reason,
        @Nullable UUID slotId) {
    public TokenMovement {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(reason, "reason");
    }
}
