/** Operation of the application by administrators. It publishes nothing. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.ashlar.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
