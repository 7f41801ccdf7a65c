/** Planner: todos, schedules, projects, friends and automation of people. Meetings arrive as events of mentoring. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "mentoring"})
@NullMarked
package dev.ashlar.planner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
