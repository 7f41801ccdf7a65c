// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.CollegeId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of courses, batches and colleges. Courses and batches are sorted newest first, the others oldest first. */
public interface CatalogViews {
    /** Finds a course by its key. */
    Optional<CourseView> course(CourseId id);

    /** Lists at most {@code limit} courses before {@code beforeId}. */
    List<CourseView> courses(boolean includesRetired, @Nullable UUID beforeId, int limit);

    /** Counts the courses that the list returns. */
    long countCourses(boolean includesRetired);

    /** Finds a batch by its key. */
    Optional<BatchView> batch(BatchId id);

    /** Lists at most {@code limit} batches of a course before {@code beforeId}. */
    List<BatchView> batches(CourseId course, @Nullable UUID beforeId, int limit);

    /** Finds a college by its key. */
    Optional<CollegeView> college(CollegeId id);

    /** Lists at most {@code limit} colleges after {@code afterId}. */
    List<CollegeView> colleges(CollegeFilter filter, @Nullable UUID afterId, int limit);

    /** Counts the colleges that meet the conditions. */
    long countColleges(CollegeFilter filter);

    /** Lists at most {@code limit} enrollments of a batch after {@code afterId}, without those that were dropped. */
    List<RosterEntry> roster(BatchId batch, @Nullable UUID afterId, int limit);
}
