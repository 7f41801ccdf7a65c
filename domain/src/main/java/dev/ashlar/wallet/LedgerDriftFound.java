// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** Event: the reconciliation found a wallet whose balance, ledger and holds disagree. An administrator has to correct it. */
public record LedgerDriftFound(UserId owner) {}
