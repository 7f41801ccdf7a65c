// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.admissions.domain.Colleges;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.Courses;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Seed;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Seeding of colleges and courses: reference data of every environment. */
@ApplicationService
public class AdmissionsSeed implements Seed {
    private final ReferenceData data;
    private final Colleges colleges;
    private final Courses courses;
    private final IdSource ids;
    private final InstantSource clock;

    AdmissionsSeed(ReferenceData data, Colleges colleges, Courses courses, IdSource ids, InstantSource clock) {
        this.data = data;
        this.colleges = colleges;
        this.courses = courses;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "admissions";
    }

    @Override
    @Transactional
    public void run() {
        ensure();
    }

    /**
     * Adds missing colleges and courses, at every start and on several instances at once; leaves the others as administrators have
     * edited them. All rows are read before the first is stored, so that a broken one changes nothing. Returns the number of rows
     * added.
     */
    @Transactional
    public int ensure() {
        var now = clock.instant();
        var allColleges = data.colleges().stream()
                .map(row -> College.of(new CollegeId(ids.next()), row.name(), row.city(), now))
                .toList();
        var allCourses = data.courses().stream()
                .map(row -> Course.of(new CourseId(ids.next()), row.code(), row.title(), row.listPrice(), now))
                .toList();
        return colleges.insertMissing(allColleges) + courses.insertMissing(allCourses);
    }
}
