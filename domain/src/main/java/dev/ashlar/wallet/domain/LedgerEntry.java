// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the ledger, which never changes. The entries of a user form a chain: {@code seq} counts 1, 2, 3 without gaps, and
 * {@code balanceBefore} is the {@code balanceAfter} of the previous entry.
 *
 * @param reversesId the entry that this refund or reversal undoes
 */
public record LedgerEntry(
        LedgerEntryId id,
        UserId userId,
        long seq,
        Movement movement,
        long balanceBefore,
        long balanceAfter,
        @Nullable LedgerEntryId reversesId,
        Instant createdAt) {
    /** Largest number of characters of a reason. */
    public static final int MAX_REASON = 500;

    /**
     * Tokens that move, and the reason.
     *
     * @param delta tokens that come (positive) or go (negative)
     * @param slotId the slot of mentoring that the movement is about
     * @param idempotencyKey is posted once
     */
    public record Movement(
            UsageType usageType, long delta, @Nullable UUID slotId, String reason, String idempotencyKey) {
        public Movement {
            Objects.requireNonNull(usageType, "usageType");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        }

        /** Creates a movement that is about no slot. */
        public static Movement of(UsageType type, long delta, String reason, String idempotencyKey) {
            return new Movement(type, delta, null, reason, idempotencyKey);
        }
    }

    public UsageType usageType() {
        return movement.usageType();
    }

    public long delta() {
        return movement.delta();
    }

    public @Nullable UUID slotId() {
        return movement.slotId();
    }

    public String reason() {
        return movement.reason();
    }

    public String idempotencyKey() {
        return movement.idempotencyKey();
    }
}
