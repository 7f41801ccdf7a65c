// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.application.SeatHousekeeping;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Admission of people to a batch of one seat, from the application to the roster. */
@JourneyTest
class AdmissionsJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private SeatHousekeeping housekeeping;

    private Campus campus;
    private Api ann;
    private Api ben;

    @BeforeEach
    void logIn() {
        campus = new Campus(Api.at(port));
        ann = campus.newcomer();
        ben = campus.newcomer();
    }

    @Test
    void anApplicantIsAcceptedAndTakesASeat() {
        var batch = campus.openBatch(1);
        var application = campus.draft(ann, batch);
        assertThat(ann.get(application)
                        .json()
                        .at("/application/finalAmount/amount")
                        .asString())
                .isEqualTo("1800.00");
        Campus.post(ann, application + "/submit").is(200);
        Campus.post(campus.sales, application + "/review").is(200);
        campus.sales.post(application + "/accept", Map.of("note", "Strong")).is(200);

        campus.enroll(ann, application, false).is(200);

        assertThat(campus.admin.get(batch).json().at("/free").asInt()).isZero();
        assertThat(ann.get(application + "/events").json().at("/items").valueStream())
                .extracting(event -> event.at("/toStatus").asString())
                .containsExactly("draft", "submitted", "under_review", "accepted", "enrolled");
        assertThat(campus.sales
                        .get(batch + "/roster")
                        .is(200)
                        .json()
                        .at("/items/0/displayName")
                        .asString())
                .isNotEmpty();
        var csv = campus.sales.get(batch + "/roster.csv").is(200).text();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("active,1800.00,EUR");
    }

    @Test
    void aRetriedEnrollmentTakesOneSeat() {
        var batch = campus.openBatch(5);
        var application = campus.accepted(ann, batch);
        var key = UUID.randomUUID().toString();

        for (int sent = 0; sent < 3; sent++) {
            ann.post(application + "/enroll", Map.of("waitIfFull", false), "Idempotency-Key", key)
                    .is(200);
        }

        assertThat(campus.admin.get(batch).json().at("/enrolled").asInt()).isEqualTo(1);
    }

    @Test
    void aFreedSeatIsOfferedToTheFirstWhoWaits() {
        var batch = campus.openBatch(1);
        var enrolled = campus.enrolled(campus.newcomer(), batch);
        var first = campus.accepted(ann, batch);
        campus.enroll(ann, first, false).isProblem(409, "admissions.batch-full");
        assertThat(campus.enroll(ann, first, true).is(200).json().at("/status").asString())
                .isEqualTo("waitlisted");
        var second = campus.waiting(ben, batch);
        assertThat(position(ann, first)).isEqualTo(1);
        assertThat(position(ben, second)).isEqualTo(2);

        campus.sales
                .postOnce(campus.enrollment(enrolled) + "/drop", Map.of("note", "Moved"))
                .is(200);

        var offered = ann.get(first).json().at("/application");
        assertThat(offered.at("/status").asString()).isEqualTo("accepted");
        assertThat(offered.at("/offerExpiresAt").asString()).isNotEmpty();
        assertThat(position(ben, second)).isEqualTo(1);
        campus.enroll(ann, first, false).is(200);
        assertThat(housekeeping.offerSeats()).isZero();
    }

    @Test
    void anOfferThatExpiresGoesToTheNext() {
        var batch = campus.openBatch(1);
        var enrolled = campus.newcomer();
        var application = campus.enrolled(enrolled, batch);
        var first = campus.waiting(ann, batch);
        var second = campus.waiting(ben, batch);
        campus.withdraw(enrolled, application).is(200);
        databases
                .database()
                .psql()
                .sql("UPDATE admissions.applications SET offer_expires_at = now() - interval '1 second'"
                        + " WHERE offer_expires_at IS NOT NULL")
                .update();

        assertThat(housekeeping.endExpiredOffers()).isEqualTo(1);
        assertThat(housekeeping.offerSeats()).isEqualTo(1);

        campus.enroll(ann, first, false).isProblem(409, "admissions.batch-full");
        campus.enroll(ben, second, false).is(200);
    }

    @Test
    void anApprovedDiscountChangesThePrice() {
        var batch = campus.openBatch(5);
        var application = campus.submitted(ann, batch);
        var discount = campus.discount(ann, application);
        campus.sales.postOnce(discount + "/approve", Map.of()).isProblem(403, "auth.forbidden");

        campus.admin
                .postOnce(discount + "/approve", Map.of("price", Campus.price("1000.00")))
                .is(200);

        assertThat(ann.get(application)
                        .json()
                        .at("/application/finalAmount/amount")
                        .asString())
                .isEqualTo("1000.00");
        campus.admin
                .postOnce(discount + "/reject", Map.of("note", "Too late"))
                .isProblem(409, "admissions.illegal-transition");
        assertThat(ann.get("/api/v1/discount-requests?status=approved&count=true")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theCapacityStaysAboveTheTakenSeats() {
        var batch = campus.openBatch(2);
        campus.enrolled(ann, batch);
        campus.enrolled(ben, batch);

        var refused = campus.edit(batch, 1, Map.of("capacity", 1)).isProblem(409, "admissions.capacity-taken");

        assertThat(refused.json().at("/detail").asString()).startsWith("2 applicants are enrolled");
    }

    @Test
    void collegesAreFoundWhateverTheirAccents() {
        var found = ann.get("/api/v1/colleges?q=zurich").is(200).json().at("/items/0");

        assertThat(found.at("/name").asString()).isEqualTo("ETH Zürich");
    }

    @Test
    void othersSeeNothingOfAnApplication() {
        var batch = campus.openBatch(5);
        var application = campus.enrolled(ann, batch);
        var enrollment = campus.enrollment(application);
        var keep = "{}";

        ben.get(application).isProblem(404, "admissions.application-not-found");
        ben.get(application + "/events").isProblem(404, "admissions.application-not-found");
        ben.send("PATCH", application, keep, "If-Match", "\"0\"").isProblem(404, "admissions.application-not-found");
        for (var action : List.of("/submit", "/waitlist")) {
            Campus.post(ben, application + action).isProblem(404, "admissions.application-not-found");
        }
        campus.enroll(ben, application, true).isProblem(404, "admissions.application-not-found");
        campus.withdraw(ben, application).isProblem(404, "admissions.application-not-found");
        campus.request(ben, application, "1.00").isProblem(404, "admissions.application-not-found");
        ben.postOnce(enrollment + "/drop", Map.of()).isProblem(404, "admissions.enrollment-not-found");
        ben.get(batch + "/roster").isProblem(403, "auth.forbidden");
        ben.get(batch + "/roster.csv").isProblem(403, "auth.forbidden");
        assertThat(ben.get(Campus.APPLICATIONS).json().at("/items")).isEmpty();
        assertThat(ben.get("/api/v1/discount-requests").json().at("/items")).isEmpty();
    }

    @Test
    void aDeactivatedUserLeavesTheList() {
        var batch = campus.openBatch(1);
        campus.enrolled(campus.newcomer(), batch);
        var first = campus.waiting(ann, batch);
        var second = campus.waiting(ben, batch);

        campus.admin
                .post("/api/v1/users/" + ann.myId() + "/deactivate", Map.of())
                .is(200);

        assertThat(position(ben, second)).isEqualTo(1);
        assertThat(campus.admin.get(first).json().at("/application/status").asString())
                .isEqualTo("withdrawn");
    }

    @Test
    void aCancelledBatchEndsItsWaitingList() {
        var batch = campus.openBatch(1);
        var application = campus.waiting(ann, batch);

        campus.edit(batch, 1, Map.of("status", "cancelled")).is(200);

        assertThat(ann.get(application).json().at("/application/status").asString())
                .isEqualTo("accepted");
        assertThat(ann.get(application + "/events").json().at("/items").valueStream())
                .last()
                .satisfies(event -> assertThat(event.at("/note").asString()).isEqualTo("The batch is cancelled."));
    }

    private static int position(Api applicant, String application) {
        return applicant.get(application).is(200).json().at("/waitlistPosition").asInt();
    }
}
