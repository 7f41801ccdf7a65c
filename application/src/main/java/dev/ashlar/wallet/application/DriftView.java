// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;

/**
 * Wallet whose balance, ledger and holds disagree.
 *
 * @param ledgerTotal sum of the entries; equal to the balance if all is well
 * @param holdsTotal sum of the open holds; equal to held if all is well
 * @param entries number of entries; equal to lastSeq if all is well
 * @param lastSeq position of the last entry
 * @param brokenEntries number of entries whose balances are not the sum of the entries so far
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
