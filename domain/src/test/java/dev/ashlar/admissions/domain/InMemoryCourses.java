// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.CourseId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Courses} for tests of one thread. */
final class InMemoryCourses implements Courses {
    private final Map<CourseId, Course> courses = new LinkedHashMap<>();

    List<Course> all() {
        return List.copyOf(courses.values());
    }

    @Override
    public void insert(Course course) {
        courses.put(course.id(), course);
    }

    @Override
    public int insertMissing(List<Course> wanted) {
        int before = courses.size();
        for (var course : wanted) {
            if (all().stream().noneMatch(known -> known.code().equals(course.code()))) {
                insert(course);
            }
        }
        return courses.size() - before;
    }

    @Override
    public Optional<Course> find(CourseId id) {
        return Optional.ofNullable(courses.get(id));
    }

    @Override
    public boolean edit(Course edited, int expectedVersion, Instant at) {
        boolean unchanged = find(edited.id())
                .filter(course -> course.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            insert(new Course(
                    edited.id(),
                    edited.code(),
                    edited.title(),
                    edited.listPrice(),
                    edited.status(),
                    edited.createdAt(),
                    expectedVersion + 1));
        }
        return unchanged;
    }
}
