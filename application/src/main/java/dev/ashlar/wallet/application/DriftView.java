package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;

/**
 * A wallet that does not agree with its ledger or its holds.
 *
 * @param ledgerTotal sum of the entries, which the balance should be
 * @param holdsTotal sum of the open holds, which held should be
 * @param entries number of entries, which should be the position of the last one
 * @param lastSeq position of the last entry that is there
 * @param brokenEntries entries whose balances are not the sum of the entries so far
 */
public record DriftView(
        UserId userId,
        long balance,
        long ledgerTotal,
        long held,
        long holdsTotal,
        long entries,
        long lastSeq,
        long brokenEntries) {}
