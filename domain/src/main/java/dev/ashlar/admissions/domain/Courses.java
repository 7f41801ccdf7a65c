// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.CourseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All courses. */
public interface Courses {
    /** Stores a new course; a taken code violates a unique constraint. */
    void insert(Course course);

    /** Stores those of the courses whose code is free; returns their number. */
    int insertMissing(List<Course> courses);

    /** Finds a course by its key. */
    Optional<Course> find(CourseId id);

    /** Stores an edited course if it still has the expected version; returns false otherwise. */
    boolean edit(Course edited, int expectedVersion, Instant at);
}
