// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All wallets with their ledgers. Implementations decide races in the store: if two callers spend one token, one wins. */
public interface Wallets {
    /** Opens an empty wallet; returns false if the user has one. */
    boolean open(UserId owner, Instant at);

    Optional<Wallet> find(UserId owner);

    /**
     * Adds a posting to the ledger and changes the balance, if enough tokens are available and its key is new. The entry is
     * never dated before the previous one, even if the clocks of two servers differ.
     *
     * @return the entry; empty if there is no wallet, too few tokens are available, or the key was posted
     */
    Optional<LedgerEntry> post(Posting posting);

    /**
     * Adds the postings whose keys are new and whose entries are not undone, to wallets that the caller has locked. All
     * postings add tokens or all take tokens. Those of one wallet follow each other in the order of the list, and are added
     * all or, if their sum is not available, not at all.
     *
     * @return the entries
     */
    List<LedgerEntry> postAll(List<Posting> postings);

    /**
     * Adds the posting that spends a hold, if the hold is still held and has not expired.
     *
     * @return the entry; empty if the hold has ended
     */
    Optional<LedgerEntry> postCapture(TokenHold hold, Posting posting);

    /**
     * Adds a captured hold with the posting that spends it, if enough tokens are available and none are held or spent for
     * the reference of the hold.
     *
     * @return the entry; empty if there is no wallet, too few tokens are available, or there is another hold
     */
    Optional<LedgerEntry> postAtOnce(TokenHold hold, Posting posting);

    Optional<LedgerEntry> findEntry(LedgerEntryId id);

    default Optional<LedgerEntry> findEntryByKey(String idempotencyKey) {
        return findEntriesByKeys(List.of(idempotencyKey)).stream().findFirst();
    }

    List<LedgerEntry> findEntriesByKeys(List<String> idempotencyKeys);

    /** Returns the refund or reversal that has undone an entry. */
    Optional<LedgerEntry> findUndoing(LedgerEntryId undone);

    /** Locks wallets against all other writers until the transaction ends, in the order of their owners' ids. */
    List<UserId> lock(List<UserId> owners);
}
