// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;
import java.util.UUID;

/** Requests of admissions that succeed. */
final class AdmissionsSuccesses implements ContextSuccesses {
    private static final String APPLICATION = Campus.APPLICATIONS + "/{id}";
    private static final String COLLEGES = "/api/v1/colleges";
    private static final String COURSE = "/api/v1/courses/{id}";
    private static final String BATCH = "/api/v1/batches/{id}";

    private final Campus campus;

    AdmissionsSuccesses(Stage stage) {
        this.campus = new Campus(stage.nobody());
    }

    @Override
    public void addTo(Successes all) {
        addCatalog(all);
        addApplications(all);
        addDecisions(all);
        addSeats(all);
    }

    private void addCatalog(Successes all) {
        all.add("POST " + COLLEGES, () -> by(campus.admin).with("/name", "College " + UUID.randomUUID()))
                .add("GET " + COLLEGES + "/{id}", () -> by(campus.newcomer(), college()))
                .add(
                        "PATCH " + COLLEGES + "/{id}",
                        () -> by(campus.admin, college()).with("/name", "College " + UUID.randomUUID()))
                .add("POST /api/v1/courses", () -> by(campus.admin).with("/code", Campus.code()))
                .add("GET " + COURSE, () -> by(campus.newcomer(), Campus.id(campus.course())))
                .add("PATCH " + COURSE, () -> by(campus.admin, Campus.id(campus.course())))
                .add("GET " + COURSE + "/batches", () -> by(campus.newcomer(), Campus.id(campus.course())))
                .add(
                        "POST " + COURSE + "/batches",
                        () -> by(campus.admin, Campus.id(campus.course())).with("/code", Campus.code()))
                .add("GET " + BATCH, () -> by(campus.newcomer(), Campus.id(campus.openBatch(2))))
                .add("PATCH " + BATCH, () -> by(campus.admin, Campus.id(campus.plannedBatch(campus.course(), 2))))
                .add("GET " + BATCH + "/roster", () -> by(campus.sales, Campus.id(campus.openBatch(2))))
                .add("GET " + BATCH + "/roster.csv", () -> by(campus.sales, Campus.id(campus.openBatch(2))));
    }

    private void addApplications(Successes all) {
        all.add("POST " + Campus.APPLICATIONS, () -> {
                    var batch = campus.openBatch(2);
                    var course = campus.admin.get(batch).json().at("/courseId").asString();
                    return by(campus.newcomer())
                            .with("/courseId", course)
                            .with("/batchId", Campus.id(batch))
                            .with("/collegeId", college());
                })
                .add("GET " + APPLICATION, this::ofDraft)
                .add("GET " + APPLICATION + "/events", this::ofDraft)
                .add("PATCH " + APPLICATION, () -> {
                    var applicant = campus.newcomer();
                    var course = campus.course();
                    var draft = campus.draft(applicant, campus.openBatch(course, 2));
                    return by(applicant, Campus.id(draft))
                            .with("/batchId", Campus.id(campus.openBatch(course, 2)))
                            .with("/collegeId", college());
                })
                .add("POST " + APPLICATION + "/submit", this::ofDraft)
                .add("POST " + APPLICATION + "/discount-requests", () -> {
                    var applicant = campus.newcomer();
                    return by(campus.sales, Campus.id(campus.underReview(applicant, campus.openBatch(2))));
                });
    }

    private void addDecisions(Successes all) {
        all.add(
                "POST " + APPLICATION + "/review",
                () -> by(campus.sales, Campus.id(campus.submitted(campus.newcomer(), campus.openBatch(2)))));
        for (var decision : new String[] {"accept", "reject"}) {
            all.add(
                            "POST " + APPLICATION + "/" + decision,
                            () -> by(
                                    campus.sales,
                                    Campus.id(campus.underReview(campus.newcomer(), campus.openBatch(2)))))
                    .add(
                            "POST /api/v1/discount-requests/{id}/" + (decision.equals("accept") ? "approve" : decision),
                            () -> by(campus.admin, discount()));
        }
    }

    private void addSeats(Successes all) {
        for (var step : new String[] {"enroll", "withdraw"}) {
            all.add("POST " + APPLICATION + "/" + step, () -> {
                var applicant = campus.newcomer();
                return by(applicant, Campus.id(campus.accepted(applicant, campus.openBatch(2))));
            });
        }
        all.add("POST " + APPLICATION + "/waitlist", () -> {
                    var applicant = campus.newcomer();
                    var batch = campus.openBatch(1);
                    campus.enrolled(campus.newcomer(), batch);
                    return by(applicant, Campus.id(campus.accepted(applicant, batch)));
                })
                .add("POST /api/v1/enrollments/{id}/drop", () -> {
                    var application = campus.enrolled(campus.newcomer(), campus.openBatch(2));
                    return by(campus.admin, Campus.id(campus.enrollment(application)));
                });
    }

    private Success ofDraft() {
        var applicant = campus.newcomer();
        return by(applicant, Campus.id(campus.draft(applicant, campus.openBatch(2))));
    }

    private String college() {
        var college = Map.of("name", "College " + UUID.randomUUID(), "city", "Warsaw");
        return Mentoring.id(campus.admin.post(COLLEGES, college).is(201));
    }

    private String discount() {
        var application = campus.accepted(campus.newcomer(), campus.openBatch(2));
        return Campus.id(campus.discount(campus.sales, application));
    }
}
