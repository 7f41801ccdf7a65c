/** What is going on inside Ashlar, for those who run it. Nothing is published. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.ashlar.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
