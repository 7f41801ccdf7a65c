// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.Courses;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of courses: list, create, edit. */
@ApplicationService
public class CourseService {
    private static final String LIST = "admissions.courses";

    private final Courses courses;
    private final CatalogViews views;
    private final IdSource ids;
    private final InstantSource clock;

    CourseService(Courses courses, CatalogViews views, IdSource ids, InstantSource clock) {
        this.courses = courses;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists courses that are offered, newest first; for administrators also those that are retired. */
    public Page<CourseView> list(Actor actor, PageRequest page) {
        var rows = views.courses(actor.isAdmin(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, course -> Cursor.of(LIST, course.id()));
    }

    /** Counts the courses that the list returns. */
    public long count(Actor actor) {
        return views.countCourses(actor.isAdmin());
    }

    /** Returns a course, also a retired one: applicants may look it up. */
    public CourseView get(CourseId id) {
        return views.course(id).orElseThrow(() -> notFound(id));
    }

    /** Creates a course that is offered. */
    @Transactional
    public CourseView create(Actor actor, String code, String title, Money listPrice) {
        actor.requireAdmin();
        var course = Course.of(new CourseId(ids.next()), code, title, listPrice, clock.instant());
        courses.insert(course);
        return CourseView.of(course, course.version());
    }

    /** Edits a course; refused if it was edited since it was read. */
    @Transactional
    public CourseView edit(Actor actor, CourseId id, int version, CourseEdit edit) {
        actor.requireAdmin();
        var course = courses.find(id).orElseThrow(() -> notFound(id));
        if (course.version() != version) {
            throw KernelProblem.stale("Course " + course.code(), version);
        }
        var edited = course.with(edit);
        boolean isSame = edited.equals(course);
        if (!isSame && !courses.edit(edited, version, clock.instant())) {
            throw KernelProblem.stale("Course " + course.code(), version);
        }
        return CourseView.of(edited, isSame ? version : version + 1);
    }

    static DomainException notFound(CourseId id) {
        return AdmissionsProblem.COURSE_NOT_FOUND.because("Course " + id.value() + " does not exist.");
    }
}
