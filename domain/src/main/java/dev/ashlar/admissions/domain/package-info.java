/** Courses, batches, colleges, applications, discount requests and enrollments, with their rules and ports. */
@NullMarked
package dev.ashlar.admissions.domain;

import org.jspecify.annotations.NullMarked;
