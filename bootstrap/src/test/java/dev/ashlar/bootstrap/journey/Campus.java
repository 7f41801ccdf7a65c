// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Courses, batches and applications over HTTP. */
final class Campus {
    static final String APPLICATIONS = "/api/v1/applications";

    final Api admin;
    final Api sales;
    private final Api nobody;

    Campus(Api nobody) {
        this.nobody = nobody;
        this.admin = nobody.demo("admin");
        this.sales = nobody.demo("sales");
    }

    static String code() {
        return "code-" + UUID.randomUUID().toString().substring(0, 12);
    }

    static Map<String, Object> price(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** Creates a course of 1800 euros and returns its path. */
    String course() {
        return admin.post(
                        "/api/v1/courses",
                        Map.of("code", code(), "title", "Data analytics", "listPrice", price("1800.00")))
                .is(201)
                .header("Location");
    }

    /** Creates a planned batch of a course and returns its path. */
    String plannedBatch(String course, int capacity) {
        return admin.post(course + "/batches", batch(code(), capacity)).is(201).header("Location");
    }

    static Map<String, Object> batch(String code, int capacity) {
        return Map.of("code", code, "startsOn", "2027-03-01", "endsOn", "2027-08-31", "capacity", capacity);
    }

    /** Creates an open batch of a new course and returns its path; its version is 1. */
    String openBatch(int capacity) {
        return openBatch(course(), capacity);
    }

    String openBatch(String course, int capacity) {
        var batch = plannedBatch(course, capacity);
        edit(batch, 0, Map.of("status", "open")).is(200);
        return batch;
    }

    Api.Answer edit(String batch, int version, Map<String, Object> change) {
        return admin.send(
                "PATCH", batch, JsonMapper.shared().writeValueAsString(change), "If-Match", "\"" + version + "\"");
    }

    /** Creates a draft for a batch and returns its path. */
    String draft(Api applicant, String batch) {
        var course = admin.get(batch).is(200).json().at("/courseId").asString();
        return applicant
                .post(APPLICATIONS, Map.of("courseId", course, "batchId", id(batch)))
                .is(201)
                .header("Location");
    }

    String submitted(Api applicant, String batch) {
        var application = draft(applicant, batch);
        post(applicant, application + "/submit").is(200);
        return application;
    }

    String underReview(Api applicant, String batch) {
        var application = submitted(applicant, batch);
        post(sales, application + "/review").is(200);
        return application;
    }

    String accepted(Api applicant, String batch) {
        var application = underReview(applicant, batch);
        sales.post(application + "/accept", Map.of()).is(200);
        return application;
    }

    String enrolled(Api applicant, String batch) {
        var application = accepted(applicant, batch);
        enroll(applicant, application, false).is(200);
        return application;
    }

    String waiting(Api applicant, String batch) {
        var application = accepted(applicant, batch);
        post(applicant, application + "/waitlist").is(200);
        return application;
    }

    Api.Answer enroll(Api applicant, String application, boolean waitIfFull) {
        return applicant.postOnce(application + "/enroll", Map.of("waitIfFull", waitIfFull));
    }

    Api.Answer withdraw(Api applicant, String application) {
        return applicant.send(
                "POST",
                application + "/withdraw",
                null,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** Returns the path to the enrollment of an application. */
    String enrollment(String application) {
        return "/api/v1/enrollments/"
                + admin.get(application).is(200).json().at("/enrollmentId").asString();
    }

    Api.Answer request(Api requester, String application, String amount) {
        return requester.post(application + "/discount-requests", Map.of("requestedPrice", price(amount)));
    }

    /** Requests a discount of an application and returns its path. */
    String discount(Api requester, String application) {
        return "/api/v1/discount-requests/"
                + request(requester, application, "900.00")
                        .is(201)
                        .json()
                        .at("/id")
                        .asString();
    }

    Api newcomer() {
        return nobody.newcomer();
    }

    static Api.Answer post(Api who, String path) {
        return who.send("POST", path, null);
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
