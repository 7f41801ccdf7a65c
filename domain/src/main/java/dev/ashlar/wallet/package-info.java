/**
 * Tokens: balances, holds, and the ledger that explains each movement. Other contexts move tokens through {@link
 * dev.ashlar.wallet.TokenLedger} and listen to the events of this package.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
