/** Wallets, their ledger, holds and allotment requests, with their rules and ports. */
@NullMarked
package dev.ashlar.wallet.domain;

import org.jspecify.annotations.NullMarked;
