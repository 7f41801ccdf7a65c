// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.kernel.Money;

/** Course as it is read. */
public record CourseView(CourseId id, String code, String title, Money listPrice, CourseStatus status, int version) {
    /** Creates the view of a course that was just stored; saves reading it back. */
    static CourseView of(Course course, int version) {
        return new CourseView(course.id(), course.code(), course.title(), course.listPrice(), course.status(), version);
    }
}
