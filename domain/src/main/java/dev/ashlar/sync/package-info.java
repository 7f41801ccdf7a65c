/** Sync: external catalogues of courses and tests, pulled page by page. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.ashlar.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
