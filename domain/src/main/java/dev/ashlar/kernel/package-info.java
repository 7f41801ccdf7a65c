/**
 * Shared kernel: types that every bounded context uses. It knows no context and stays small.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.ashlar.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
