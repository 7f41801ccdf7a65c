/** Sync: external catalogues of courses and tests, pulled page by page. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
@SelfContained
package dev.ashlar.sync;

import dev.ashlar.kernel.SelfContained;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
