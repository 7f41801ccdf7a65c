/** Metered use of language models: providers, prices, calls, budgets and statistics. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
