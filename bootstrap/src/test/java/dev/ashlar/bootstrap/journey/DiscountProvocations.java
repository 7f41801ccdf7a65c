// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.admissions.domain.DiscountRequest;
import java.util.Map;
import java.util.UUID;

/** Requests that provoke every documented problem of discount requests. */
final class DiscountProvocations {
    private static final String REQUEST = "POST " + Campus.APPLICATIONS + "/{id}/discount-requests";
    private static final String APPROVE = "POST /api/v1/discount-requests/{id}/approve";
    private static final String REJECT = "POST /api/v1/discount-requests/{id}/reject";
    private static final String MISMATCH = "admissions.currency-mismatch";
    private static final String TOO_HIGH = "admissions.price-too-high";
    private static final Map<String, String> DOLLARS = Map.of("amount", "1.00", "currency", "USD");

    private final Campus campus;
    private final Api student;

    DiscountProvocations(Campus campus, Api student) {
        this.campus = campus;
        this.student = student;
    }

    void addTo(Provocations all) {
        addRequests(all);
        addDecisions(all);
    }

    private void addRequests(Provocations all) {
        all.addExamples(student, "admissions.application-not-found", REQUEST)
                .add(REQUEST, "admissions.application-closed", () -> {
                    var applicant = campus.newcomer();
                    var application = campus.draft(applicant, campus.openBatch(1));
                    campus.withdraw(applicant, application).is(200);
                    return campus.request(applicant, application, "1.00");
                })
                .add(REQUEST, "admissions.batch-missing", () -> {
                    var applicant = campus.newcomer();
                    var application = applicant
                            .post(Campus.APPLICATIONS, Map.of("courseId", Campus.id(campus.course())))
                            .is(201)
                            .header("Location");
                    return campus.request(applicant, application, "1.00");
                })
                .add(
                        REQUEST,
                        MISMATCH,
                        () -> campus.admin.post(
                                application() + "/discount-requests", Map.of("requestedPrice", DOLLARS)))
                .add(REQUEST, TOO_HIGH, () -> campus.request(campus.admin, application(), "1800.00"))
                .add(REQUEST, "admissions.discount-pending", () -> {
                    var application = application();
                    campus.discount(campus.sales, application);
                    return campus.request(campus.sales, application, "1.00");
                })
                .add(REQUEST, "admissions.discount-approved", () -> {
                    var application = application();
                    campus.admin
                            .postOnce(campus.discount(campus.sales, application) + "/approve", Map.of())
                            .is(200);
                    return campus.request(campus.sales, application, "1.00");
                })
                .add(REQUEST, "admissions.discounts-exceeded", () -> {
                    var application = application();
                    for (int sent = 0; sent < DiscountRequest.MAX_PER_APPLICATION; sent++) {
                        reject(campus.discount(campus.sales, application)).is(200);
                    }
                    return campus.request(campus.sales, application, "1.00");
                });
    }

    private void addDecisions(Provocations all) {
        all.addForAdministrators(student, APPROVE, REJECT)
                .addExamples(campus.admin, "admissions.discount-not-found", APPROVE, REJECT)
                .add(APPROVE, "admissions.own-discount", () -> approve(own(), Map.of()))
                .add(REJECT, "admissions.own-discount", () -> reject(own()))
                .add(APPROVE, MISMATCH, () -> approve(pending(), Map.of("price", DOLLARS)))
                .add(APPROVE, TOO_HIGH, () -> approve(pending(), Map.of("price", Campus.price("1800.00"))))
                .add(APPROVE, "admissions.illegal-transition", () -> {
                    var discount = pending();
                    reject(discount).is(200);
                    return approve(discount, Map.of());
                })
                .add(REJECT, "admissions.illegal-transition", () -> {
                    var discount = pending();
                    approve(discount, Map.of()).is(200);
                    return reject(discount);
                })
                .add(APPROVE, "request.idempotency-key-reused", () -> {
                    var key = UUID.randomUUID().toString();
                    var path = pending() + "/approve";
                    campus.admin.post(path, Map.of(), "Idempotency-Key", key).is(200);
                    return campus.admin.post(path, Map.of("note", "Other"), "Idempotency-Key", key);
                })
                .add(REJECT, "request.idempotency-key-reused", () -> {
                    var key = UUID.randomUUID().toString();
                    var path = pending() + "/reject";
                    campus.admin
                            .post(path, Map.of("note", "One"), "Idempotency-Key", key)
                            .is(200);
                    return campus.admin.post(path, Map.of("note", "Other"), "Idempotency-Key", key);
                });
    }

    private Api.Answer approve(String discount, Map<String, ?> body) {
        return campus.admin.postOnce(discount + "/approve", body);
    }

    private Api.Answer reject(String discount) {
        return campus.admin.postOnce(discount + "/reject", Map.of("note", "No"));
    }

    private String application() {
        return campus.submitted(campus.newcomer(), campus.openBatch(1));
    }

    private String pending() {
        return campus.discount(campus.sales, application());
    }

    private String own() {
        return campus.discount(campus.admin, application());
    }
}
