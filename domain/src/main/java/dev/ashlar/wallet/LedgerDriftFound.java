package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** The nightly reconciliation found a wallet whose balance, ledger and holds do not agree. Somebody must look at it. */
public record LedgerDriftFound(UserId owner) {}
