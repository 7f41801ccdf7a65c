/**
 * Mentoring: mentors offer slots, and students book them with tokens. Other contexts learn of meetings from this package's
 * events.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "wallet"})
@NullMarked
package dev.ashlar.mentoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
