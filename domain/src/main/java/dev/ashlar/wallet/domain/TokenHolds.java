package dev.ashlar.wallet.domain;

import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All holds. Each change moves the wallet's held tokens with it. Captures go through {@link Wallets#postCapture}. */
public interface TokenHolds {
    /** Sets the hold's tokens aside; false if there is no wallet or not enough available in it. */
    boolean place(TokenHold hold, Instant at);

    /** The hold of that reference that is held or captured, else the last one. */
    Optional<TokenHold> find(HoldReference reference);

    /**
     * What {@link #find} finds for each of these, locked until the transaction ends, in the order of the references; nothing
     * for those that nothing was ever held for.
     */
    List<TokenHold> lockAll(List<HoldReference> references);

    /** Gives a held hold's tokens back, as released, or as expired once its time has passed; false if it has ended. */
    boolean release(HoldId id, Instant at);

    /** {@link #release} for many whose wallets the caller has locked; returns how many were still held. */
    int releaseAll(List<HoldId> ids, Instant at);

    /**
     * Gives back the tokens of up to {@code limit} holds whose time has passed; returns how many holds. It waits for nobody:
     * holds and wallets that others are changing at this moment are left for the next time.
     */
    int expireDue(Instant at, int limit);
}
