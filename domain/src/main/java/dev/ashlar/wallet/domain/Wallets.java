package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All wallets with their ledgers. Implementations decide every race in the store: of two spenders of one token, one wins. */
public interface Wallets {
    /** Opens an empty wallet; false if the person has one. */
    boolean open(UserId owner, Instant at);

    Optional<Wallet> find(UserId owner);

    /**
     * Adds a posting to the ledger and moves the balance, if it is covered by what is available and its key is new. The
     * entry is never dated before the one it follows, whatever the clocks of two servers say.
     *
     * @return the entry; empty if there is no wallet, not enough in it, or an entry under the same key
     */
    Optional<LedgerEntry> post(Posting posting);

    /**
     * Adds postings whose keys are new and that undo nothing that is undone already, to wallets that the caller has locked.
     * They all give or all take; those of one wallet follow each other as in the list, and are added all or, if it does not
     * cover them together, not at all.
     *
     * @return the entries
     */
    List<LedgerEntry> postAll(List<Posting> postings);

    /**
     * Adds the posting that spends a hold, if the hold is still held and its time has not passed.
     *
     * @return the entry; empty if the hold has ended
     */
    Optional<LedgerEntry> postCapture(TokenHold hold, Posting posting);

    /**
     * Adds the posting that spends a new hold, and the hold as a captured one, if the posting is covered by what is available
     * and nothing is held or captured for the hold's reference.
     *
     * @return the entry; empty if there is no wallet, not enough in it, or another hold
     */
    Optional<LedgerEntry> postAtOnce(TokenHold hold, Posting posting);

    Optional<LedgerEntry> findEntry(LedgerEntryId id);

    default Optional<LedgerEntry> findEntryByKey(String idempotencyKey) {
        return findEntriesByKeys(List.of(idempotencyKey)).stream().findFirst();
    }

    /** The entries under these keys, as many as there are. */
    List<LedgerEntry> findEntriesByKeys(List<String> idempotencyKeys);

    /** The refund or reversal that has undone an entry. */
    Optional<LedgerEntry> findUndoing(LedgerEntryId undone);

    /** Locks wallets against every other writer until the transaction ends, in the order of their owners' ids. */
    List<UserId> lock(List<UserId> owners);
}
