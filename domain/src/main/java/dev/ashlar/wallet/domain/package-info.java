/** Wallets with their ledgers, holds and allotment requests: rules and ports. */
@NullMarked
package dev.ashlar.wallet.domain;

import org.jspecify.annotations.NullMarked;
