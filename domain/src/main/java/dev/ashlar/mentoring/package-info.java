/**
 * Mentors offer time, students book it with tokens, and both meet. Other contexts hear of meetings through this package's
 * events.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "wallet"})
@NullMarked
package dev.ashlar.mentoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
