/** People: who they are, how they prove it, what they may do. Published: how they appear to others, their events, stages and session ids. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
