/**
 * The shared kernel: what every bounded context speaks about in the same words. It knows no context and stays small.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.ashlar.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
