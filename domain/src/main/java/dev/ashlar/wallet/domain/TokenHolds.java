package dev.ashlar.wallet.domain;

import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All holds. Each change moves the wallet's held tokens with it. Captures go through {@link Wallets#postCapture} and
 * {@link Wallets#postAtOnce}.
 */
public interface TokenHolds {
    /**
     * Sets the hold's tokens aside; false if there is no wallet, not enough available in it, or something is held or captured
     * for the reference already.
     */
    boolean place(TokenHold hold, Instant at);

    /** The hold of that reference that is held or captured, else the last one. */
    Optional<TokenHold> find(HoldReference reference);

    /**
     * What {@link #find} finds for each of these, locked until the transaction ends, in the order of the references; nothing
     * for those that nothing was ever held for.
     */
    List<TokenHold> lockAll(List<HoldReference> references);

    /** {@link #releaseAll} for one, whose wallet need not be locked; false if it has ended. */
    default boolean release(HoldId id, Instant at) {
        return releaseAll(List.of(id), at) == 1;
    }

    /**
     * Gives the tokens of held holds back, as released, or as expired once their time has passed. The caller has locked the
     * wallets, if there are several.
     *
     * @return how many were still held
     */
    int releaseAll(List<HoldId> ids, Instant at);

    /**
     * Gives back the tokens of up to {@code limit} holds whose time has passed; returns how many holds. It waits for nobody:
     * holds and wallets that others are changing at this moment are left for the next time.
     */
    int expireDue(Instant at, int limit);
}
