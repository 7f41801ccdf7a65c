// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.admissions.domain.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests that provoke every documented problem of applications, reviews and seats. */
final class ApplicationProvocations {
    private static final String ALL = Campus.APPLICATIONS;
    private static final String ONE = ALL + "/{id}";
    private static final String DROP = "/api/v1/enrollments/{id}/drop";
    private static final String NOT_FOUND = "admissions.application-not-found";
    private static final String NOT_OPEN = "admissions.batch-not-open";
    private static final String ILLEGAL = "admissions.illegal-transition";
    private static final String OFFERED = "admissions.seat-offered";
    private static final String REUSED = "request.idempotency-key-reused";

    private final Campus campus;
    private final Api student;
    private Api applicant;

    ApplicationProvocations(Campus campus, Api student) {
        this.campus = campus;
        this.student = student;
        this.applicant = student;
    }

    void addTo(Provocations all) {
        addCreations(all);
        addEdits(all);
        addReviews(all);
        addSeats(all);
        addKeys(all);
    }

    private void addCreations(Provocations all) {
        var create = "POST " + ALL;
        all.addExamples(student, "admissions.course-not-found", create)
                .add(
                        create,
                        "admissions.batch-not-found",
                        () -> create(student, UUID.randomUUID().toString(), null))
                .add(
                        create,
                        "admissions.college-not-found",
                        () -> create(student, null, UUID.randomUUID().toString()))
                .add(create, NOT_OPEN, () -> {
                    var course = campus.course();
                    var batch = campus.openBatch(course, 1);
                    campus.edit(batch, 1, Map.of("status", "closed")).is(200);
                    return student.post(ALL, Map.of("courseId", Campus.id(course), "batchId", Campus.id(batch)));
                })
                .add(create, "admissions.application-exists", () -> {
                    var course = campus.course();
                    student.post(ALL, Map.of("courseId", Campus.id(course))).is(201);
                    return student.post(ALL, Map.of("courseId", Campus.id(course)));
                })
                .add(create, "admissions.applications-exceeded", () -> {
                    var restless = campus.newcomer();
                    var batch = campus.openBatch(1);
                    for (int sent = 0; sent < Application.MAX_A_DAY; sent++) {
                        campus.withdraw(restless, campus.draft(restless, batch)).is(200);
                    }
                    return restless.post(
                            ALL,
                            Map.of(
                                    "courseId",
                                    campus.admin
                                            .get(batch)
                                            .json()
                                            .at("/courseId")
                                            .asString()));
                });
    }

    private Api.Answer create(Api applicant, @Nullable String batch, @Nullable String college) {
        var body = new HashMap<String, Object>();
        body.put("courseId", Campus.id(campus.course()));
        body.put("batchId", batch);
        body.put("collegeId", college);
        return applicant.post(ALL, body);
    }

    private void addEdits(Provocations all) {
        var edit = "PATCH " + ONE;
        all.addExamples(student, NOT_FOUND, "GET " + ONE, edit, "GET " + ONE + "/events", "POST " + ONE + "/submit")
                .add(
                        edit,
                        "request.stale-version",
                        () -> edit(campus.draft(applicant(), campus.openBatch(1)), 7, Map.of()))
                .add(edit, "admissions.application-closed", () -> {
                    var application = campus.draft(applicant(), campus.openBatch(1));
                    campus.withdraw(applicant, application).is(200);
                    return edit(application, 1, Map.of());
                })
                .add(edit, OFFERED, () -> {
                    var offered = offered();
                    var course = campus.admin
                            .get(offered)
                            .json()
                            .at("/application/courseId")
                            .asString();
                    var other = campus.openBatch("/api/v1/courses/" + course, 1);
                    return edit(offered, version(offered), Map.of("batchId", Campus.id(other)));
                })
                .add(
                        edit,
                        "admissions.batch-not-found",
                        () -> edit(
                                campus.draft(applicant(), campus.openBatch(1)),
                                0,
                                Map.of("batchId", UUID.randomUUID())))
                .add(
                        edit,
                        "admissions.college-not-found",
                        () -> edit(
                                campus.draft(applicant(), campus.openBatch(1)),
                                0,
                                Map.of("collegeId", UUID.randomUUID())))
                .add(edit, NOT_OPEN, () -> {
                    var course = campus.course();
                    var closed = campus.openBatch(course, 1);
                    campus.edit(closed, 1, Map.of("status", "closed")).is(200);
                    var application = campus.draft(applicant(), campus.openBatch(course, 1));
                    return edit(application, 0, Map.of("batchId", Campus.id(closed)));
                })
                .add(
                        "POST " + ONE + "/submit",
                        "admissions.batch-missing",
                        () -> Campus.post(
                                student, create(student, null, null).is(201).header("Location") + "/submit"))
                .add("POST " + ONE + "/submit", NOT_OPEN, () -> {
                    var batch = campus.openBatch(1);
                    var application = campus.draft(applicant(), batch);
                    campus.edit(batch, 1, Map.of("status", "closed")).is(200);
                    return Campus.post(applicant, application + "/submit");
                })
                .add(
                        "POST " + ONE + "/submit",
                        ILLEGAL,
                        () -> Campus.post(applicant(), campus.submitted(applicant, campus.openBatch(1)) + "/submit"));
    }

    private void addReviews(Provocations all) {
        for (var action : List.of("/review", "/accept", "/reject")) {
            var operation = "POST " + ONE + action;
            all.addExamples(student, "auth.forbidden", operation)
                    .addExamples(campus.sales, NOT_FOUND, operation)
                    .add(
                            operation,
                            "admissions.own-application",
                            () -> review(campus.sales, campus.submitted(campus.sales, campus.openBatch(1)), action))
                    .add(operation, ILLEGAL, () -> review(campus.sales, unready(action), action));
        }
    }

    /** Returns an application that a review step refuses: a waiting one is not accepted, a draft not reviewed. */
    private String unready(String action) {
        var batch = campus.openBatch(1);
        return action.equals("/accept") ? campus.waiting(applicant(), batch) : campus.draft(applicant(), batch);
    }

    private static Api.Answer review(Api reviewer, String application, String action) {
        return switch (action) {
            case "/review" -> Campus.post(reviewer, application + action);
            case "/reject" -> reviewer.post(application + action, Map.of("note", "No degree"));
            default -> reviewer.post(application + action, Map.of());
        };
    }

    private void addSeats(Provocations all) {
        var enroll = "POST " + ONE + "/enroll";
        all.addExamples(student, NOT_FOUND, enroll, "POST " + ONE + "/waitlist", "POST " + ONE + "/withdraw")
                .addExamples(student, "admissions.enrollment-not-found", "POST " + DROP)
                .add(
                        enroll,
                        ILLEGAL,
                        () -> campus.enroll(applicant(), campus.draft(applicant, campus.openBatch(1)), false))
                .add(enroll, "admissions.batch-full", () -> {
                    var batch = campus.openBatch(1);
                    campus.enrolled(applicant(), batch);
                    return campus.enroll(applicant(), campus.accepted(applicant, batch), false);
                })
                .add(enroll, NOT_OPEN, () -> {
                    var batch = campus.openBatch(1);
                    var application = campus.accepted(applicant(), batch);
                    campus.edit(batch, 1, Map.of("status", "closed")).is(200);
                    return campus.enroll(applicant, application, true);
                })
                .add(
                        "POST " + ONE + "/waitlist",
                        ILLEGAL,
                        () -> Campus.post(applicant(), campus.draft(applicant, campus.openBatch(1)) + "/waitlist"))
                .add("POST " + ONE + "/waitlist", NOT_OPEN, () -> {
                    var batch = campus.openBatch(1);
                    var application = campus.accepted(applicant(), batch);
                    campus.edit(batch, 1, Map.of("status", "closed")).is(200);
                    return Campus.post(applicant, application + "/waitlist");
                })
                .add("POST " + ONE + "/waitlist", OFFERED, () -> Campus.post(campus.sales, offered() + "/waitlist"))
                .add("POST " + ONE + "/withdraw", ILLEGAL, () -> {
                    var application = campus.draft(applicant(), campus.openBatch(1));
                    campus.withdraw(applicant, application).is(200);
                    return campus.withdraw(applicant, application);
                })
                .add("POST " + DROP, ILLEGAL, () -> {
                    var enrollment = campus.enrollment(campus.enrolled(applicant(), campus.openBatch(1)));
                    applicant.postOnce(enrollment + "/drop", Map.of()).is(200);
                    return applicant.postOnce(enrollment + "/drop", Map.of());
                });
    }

    /** Registers the next applicant. */
    private Api applicant() {
        applicant = campus.newcomer();
        return applicant;
    }

    private Api.Answer edit(String application, int version, Map<String, Object> change) {
        return applicant.send(
                "PATCH",
                application,
                JsonMapper.shared().writeValueAsString(change),
                "If-Match",
                "\"" + version + "\"");
    }

    private int version(String application) {
        return campus.admin.get(application).json().at("/application/version").asInt();
    }

    /** Has a seat offered to the next applicant, and returns the path to the application. */
    private String offered() {
        var batch = campus.openBatch(1);
        var first = campus.newcomer();
        var enrolled = campus.enrolled(first, batch);
        var waiting = campus.waiting(applicant(), batch);
        campus.withdraw(first, enrolled).is(200);
        return waiting;
    }

    private void addKeys(Provocations all) {
        all.add("POST " + ONE + "/enroll", REUSED, () -> {
                    var application = campus.accepted(applicant(), campus.openBatch(1));
                    var key = UUID.randomUUID().toString();
                    applicant
                            .post(application + "/enroll", Map.of("waitIfFull", true), "Idempotency-Key", key)
                            .is(200);
                    return applicant.post(application + "/enroll", Map.of("waitIfFull", false), "Idempotency-Key", key);
                })
                .add("POST " + ONE + "/withdraw", REUSED, () -> {
                    var key = UUID.randomUUID().toString();
                    var one = campus.draft(applicant(), campus.openBatch(1));
                    var other = campus.draft(applicant, campus.openBatch(1));
                    applicant
                            .send("POST", one + "/withdraw", null, "Idempotency-Key", key)
                            .is(200);
                    return applicant.send("POST", other + "/withdraw", null, "Idempotency-Key", key);
                })
                .add("POST " + DROP, REUSED, () -> {
                    var enrollment = campus.enrollment(campus.enrolled(applicant(), campus.openBatch(1)));
                    var key = UUID.randomUUID().toString();
                    applicant
                            .post(enrollment + "/drop", Map.of(), "Idempotency-Key", key)
                            .is(200);
                    return applicant.post(enrollment + "/drop", Map.of("note", "Other"), "Idempotency-Key", key);
                });
    }
}
