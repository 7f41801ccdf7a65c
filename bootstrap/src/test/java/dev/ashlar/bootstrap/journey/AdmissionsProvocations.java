// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;

/** Requests that provoke every documented problem of courses, batches and colleges. */
final class AdmissionsProvocations implements ContextProvocations {
    private static final String COURSES = "/api/v1/courses";
    private static final String COURSE = COURSES + "/{id}";
    private static final String BATCHES = COURSE + "/batches";
    private static final String BATCH = "/api/v1/batches/{id}";
    private static final String COLLEGES = "/api/v1/colleges";
    private static final String COLLEGE = COLLEGES + "/{id}";
    private static final String NO_COURSE = "admissions.course-not-found";
    private static final String NO_BATCH = "admissions.batch-not-found";
    private static final String STALE = "request.stale-version";

    private final Campus campus;
    private final Api admin;
    private final Api student;

    AdmissionsProvocations(Stage stage) {
        this.campus = new Campus(stage.nobody());
        this.admin = campus.admin;
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        addCourses(all);
        addBatches(all);
        addColleges(all);
        new ApplicationProvocations(campus, student).addTo(all);
        new DiscountProvocations(campus, student).addTo(all);
    }

    /** Batches are listed by their course. */
    @Override
    public Map<String, String> lists() {
        var course =
                student.get(Campus.APPLICATIONS).json().at("/items/0/courseId").asString();
        return Map.of("/api/v1/batches", COURSES + "/" + course + "/batches");
    }

    private void addCourses(Provocations all) {
        all.addForAdministrators(student, "POST " + COURSES, "PATCH " + COURSE, "POST " + BATCHES)
                .addExamples(admin, NO_COURSE, "GET " + COURSE, "PATCH " + COURSE, "GET " + BATCHES, "POST " + BATCHES)
                .add("POST " + COURSES, "admissions.code-taken", () -> {
                    var course = Map.of("code", Campus.code(), "title", "Twice", "listPrice", Campus.price("1"));
                    admin.post(COURSES, course).is(201);
                    return admin.post(COURSES, course);
                })
                .add("POST " + BATCHES, "admissions.code-taken", () -> {
                    var course = campus.course();
                    var batch = Campus.batch(Campus.code(), 1);
                    admin.post(course + "/batches", batch).is(201);
                    return admin.post(course + "/batches", batch);
                })
                .add("PATCH " + COURSE, STALE, () -> campus.edit(campus.course(), 7, Map.of("title", "Other")));
    }

    private void addBatches(Provocations all) {
        all.addForAdministrators(student, "PATCH " + BATCH)
                .addExamples(student, "auth.forbidden", "GET " + BATCH + "/roster", "GET " + BATCH + "/roster.csv")
                .addExamples(
                        admin,
                        NO_BATCH,
                        "GET " + BATCH,
                        "PATCH " + BATCH,
                        "GET " + BATCH + "/roster",
                        "GET " + BATCH + "/roster.csv")
                .add("PATCH " + BATCH, STALE, () -> campus.edit(campus.openBatch(1), 7, Map.of("capacity", 2)))
                .add(
                        "PATCH " + BATCH,
                        "admissions.illegal-transition",
                        () -> campus.edit(campus.openBatch(1), 1, Map.of("status", "completed")))
                .add("PATCH " + BATCH, "admissions.capacity-taken", () -> {
                    var batch = campus.openBatch(2);
                    campus.enrolled(campus.newcomer(), batch);
                    campus.enrolled(campus.newcomer(), batch);
                    return campus.edit(batch, 1, Map.of("capacity", 1));
                })
                .add("PATCH " + BATCH, "admissions.batch-occupied", () -> {
                    var batch = campus.openBatch(1);
                    campus.enrolled(campus.newcomer(), batch);
                    return campus.edit(batch, 1, Map.of("status", "cancelled"));
                });
    }

    private void addColleges(Provocations all) {
        all.addForAdministrators(student, "POST " + COLLEGES, "PATCH " + COLLEGE)
                .addExamples(admin, "admissions.college-not-found", "GET " + COLLEGE, "PATCH " + COLLEGE)
                .add("POST " + COLLEGES, "admissions.college-exists", () -> {
                    var college = Map.of("name", "Twice", "city", Campus.code());
                    admin.post(COLLEGES, college).is(201);
                    return admin.post(COLLEGES, college);
                })
                .add("PATCH " + COLLEGE, "admissions.college-exists", () -> {
                    var city = Campus.code();
                    admin.post(COLLEGES, Map.of("name", "Known", "city", city)).is(201);
                    return campus.edit(college(city), 0, Map.of("name", "KNOWN"));
                })
                .add("PATCH " + COLLEGE, STALE, () -> campus.edit(college(Campus.code()), 7, Map.of("active", false)));
    }

    private String college(String city) {
        return admin.post(COLLEGES, Map.of("name", "Other", "city", city))
                .is(201)
                .header("Location");
    }
}
