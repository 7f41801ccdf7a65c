/** Metered use of language models: providers, prices, calls, budgets and statistics. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
@SelfContained(audited = true)
package dev.ashlar.ai;

import dev.ashlar.kernel.SelfContained;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
