// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All holds. Each change also changes the held tokens of the wallet. Captures are methods of {@code Wallets}, which post them.
 */
public interface TokenHolds {
    /**
     * Adds a hold.
     *
     * @return false if there is no wallet, too few tokens are available, or tokens are held or spent for the reference
     */
    boolean place(TokenHold hold, Instant at);

    /** Returns the hold of a reference that is held or captured, otherwise the latest one. */
    Optional<TokenHold> find(HoldReference reference);

    /**
     * Returns the holds that {@link #find} returns for these references, locked until the transaction ends, in the order of
     * the references.
     */
    List<TokenHold> lockAll(List<HoldReference> references);

    /** Releases one hold, whose wallet need not be locked; returns false if it has ended. */
    default boolean release(HoldId id, Instant at) {
        return releaseAll(List.of(id), at) == 1;
    }

    /**
     * Releases the holds among these that are still held; those whose time has passed expire. The caller has locked the
     * wallets if there are several.
     *
     * @return number of holds that were still held
     */
    int releaseAll(List<HoldId> ids, Instant at);

    /**
     * Expires up to {@code limit} holds whose time has passed. It waits for no lock: holds and wallets that are locked are left
     * for the next run.
     *
     * @return number of expired holds
     */
    int expireDue(Instant at, int limit);
}
