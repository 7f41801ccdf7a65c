/** Operation of the application: metadata, health, incidents, key figures, jobs and events. It publishes nothing. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "wallet"})
@NullMarked
@SelfContained
package dev.ashlar.operations;

import dev.ashlar.kernel.SelfContained;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
