/** Use cases of planners, of users and of jobs. */
@NullMarked
package dev.ashlar.planner.application;

import org.jspecify.annotations.NullMarked;
