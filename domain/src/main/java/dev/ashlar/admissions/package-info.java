/**
 * Courses, their batches, and applications for them. Other contexts learn of submissions, enrollments, discounts and offered seats
 * from this package's events.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package dev.ashlar.admissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
