/**
 * Tokens: what people own, what is set aside, and the ledger that explains every movement. Other contexts move tokens
 * through {@link dev.ashlar.wallet.TokenLedger} and hear of movements through this package's events.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
