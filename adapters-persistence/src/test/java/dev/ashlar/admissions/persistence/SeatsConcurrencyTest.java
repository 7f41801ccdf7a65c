// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static dev.ashlar.admissions.persistence.TestCampus.successes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.admissions.persistence.TestCampus.Applied;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Concurrent enrollments, withdrawals and offers. */
@ServiceTest
class SeatsConcurrencyTest {
    private final AdmissionServices services;
    private final FreshDatabase.Switch database;
    private final TransactionTemplate transaction;
    private final TestCampus campus;

    @Autowired
    SeatsConcurrencyTest(
            AdmissionServices services, FreshDatabase.Switch database, PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.services = services;
        this.database = database;
        this.campus = new TestCampus(services, database);
    }

    @Test
    void thirtyOfSixtyApplicantsEnrollInABatchOfThirty() {
        thirtyEnroll(60);
    }

    @Test
    @Tag("exhaustive")
    void thirtyOfTwoHundredApplicantsEnrollInABatchOfThirty() {
        thirtyEnroll(200);
    }

    private void thirtyEnroll(int applicants) {
        var batch = campus.openBatch(30);
        var applied = campus.accepted(batch, applicants);

        var outcomes = Together.run(applicants, number -> () -> enroll(applied.get(number), number % 2 == 0));

        long waiting = campus.count(
                "admissions.applications WHERE status = 'waitlisted' AND batch_id = ?",
                batch.id().value());
        assertThat(successes(outcomes, AdmissionsProblem.BATCH_FULL)).isEqualTo(30 + waiting);
        campus.assertSeats(batch, 30, 0);
        for (int number = 0; number < applicants; number++) {
            var refused = number % 2 == 0 ? "waitlisted" : "accepted";
            assertThat(campus.statusOf(applied.get(number).id())).isIn("enrolled", refused);
        }
    }

    @Race(5)
    void twelveFreedSeatsGoToTheFirstTwelveWhoWait() throws InterruptedException {
        var batch = campus.openBatch(12);
        var enrolled = Stream.generate(() -> campus.enrolled(batch)).limit(12).toList();
        var waiting = Stream.generate(() -> campus.waiting(batch)).limit(16).toList();
        // Those who have left are passed over.
        withdraw(waiting.get(0));
        services.reviews().reject(campus.sales, waiting.get(5).id(), "The degree is missing");
        long before = database.database().deadlocks();

        var outcomes = Together.run(16, number -> () -> number < 12 ? withdraw(enrolled.get(number)) : offer());

        assertThat(outcomes).allMatch(Outcome::succeeded);
        campus.assertSeats(batch, 0, 12);
        var eligible = Stream.concat(waiting.subList(1, 5).stream(), waiting.subList(6, 16).stream())
                .toList();
        assertThat(eligible.subList(0, 12))
                .allMatch(first -> campus.statusOf(first.id()).equals("accepted"));
        assertThat(eligible.subList(12, 14))
                .allMatch(last -> campus.statusOf(last.id()).equals("waitlisted"));
        for (var first : eligible.subList(0, 12)) {
            assertThat(campus.count(
                            "admissions.application_events WHERE from_status = 'waitlisted' AND application_id = ?",
                            first.id().value()))
                    .isEqualTo(1);
        }
        assertThat(database.database().deadlocks()).isEqualTo(before);
    }

    @Race(5)
    void aFreeSeatIsOfferedOnce() {
        var batch = campus.openBatch(1);
        var enrolled = campus.enrolled(batch);
        campus.waiting(batch);
        campus.waiting(batch);

        Together.run(8, number -> () -> number == 0 ? withdraw(enrolled) : offer());

        campus.assertSeats(batch, 0, 1);
    }

    @Race(5)
    void anApplicationTakesOneSeat() {
        var batch = campus.openBatch(10);
        var applied = campus.accepted(batch);

        var outcomes = Together.run(8, () -> enroll(applied, false));

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        campus.assertSeats(batch, 1, 0);
    }

    @Race(5)
    void anEnrollmentReturnsItsSeatOnce() {
        var batch = campus.openBatch(10);
        campus.enrolled(batch);
        var applied = campus.enrolled(batch);

        var outcomes = Together.run(8, () -> withdraw(applied));

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        campus.assertSeats(batch, 1, 0);
    }

    @Race(5)
    void theCapacityNeverFallsBelowTheSeatsThatAreTaken() {
        var batch = campus.openBatch(8);
        var applied = campus.accepted(batch, 8);

        var outcomes = Together.run(
                9,
                number -> () -> number == 8
                        ? services.batches()
                                .edit(campus.admin, batch.id(), 1, Intake.seats(3))
                                .id()
                        : enroll(applied.get(number), false));

        long successes = successes(outcomes, AdmissionsProblem.BATCH_FULL, AdmissionsProblem.CAPACITY_TAKEN);
        var seats = services.batches().get(batch.id());
        assertThat(successes).isEqualTo(seats.enrolled() + (seats.capacity() == 3 ? 1 : 0));
        assertThat(seats.enrolled()).isEqualTo(seats.capacity());
        campus.assertSeats(batch, seats.enrolled(), 0);
    }

    @Test
    void anEditOfTheCapacityWaitsForSeatsThatAreBeingTaken() {
        var batch = campus.openBatch(8);
        var applied = campus.accepted(batch, 4);
        var taken = new CountDownLatch(1);

        var outcomes = Together.run(
                2, number -> () -> number == 0 ? enrollUntilAnotherWaits(applied, taken) : shrinkAfter(taken, batch));

        assertThat(successes(outcomes, AdmissionsProblem.CAPACITY_TAKEN)).isEqualTo(1);
        campus.assertSeats(batch, 4, 0);
    }

    private Object enrollUntilAnotherWaits(List<Applied> applied, CountDownLatch taken) {
        transaction.executeWithoutResult(_ -> {
            applied.forEach(one -> enroll(one, false));
            taken.countDown();
            await().until(() -> campus.isAnyWaiting());
        });
        return applied;
    }

    private Object shrinkAfter(CountDownLatch taken, BatchView batch) throws InterruptedException {
        taken.await();
        return services.batches().edit(campus.admin, batch.id(), 1, Intake.seats(3));
    }

    @Race(5)
    void anExpiredOfferIsUsedOrEnded() {
        var batch = campus.openBatch(1);
        var enrolled = campus.enrolled(batch);
        var waiting = campus.waiting(batch);
        withdraw(enrolled);
        campus.execute(
                "UPDATE admissions.applications SET offer_expires_at = now() WHERE batch_id = ?"
                        + " AND offer_expires_at IS NOT NULL",
                batch.id().value());

        Together.run(
                8,
                number -> () -> number == 0
                        ? enroll(waiting, false)
                        : Integer.valueOf(services.housekeeping().endExpiredOffers()));

        var seats = services.batches().get(batch.id());
        campus.assertSeats(batch, seats.enrolled(), 0);
    }

    @Race(5)
    void storesOneEditOfABatch() {
        var batch = campus.openBatch(5);

        var outcomes = Together.run(
                8, number -> () -> services.batches().edit(campus.admin, batch.id(), 1, Intake.seats(10 + number)));

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
    }

    private Object enroll(Applied applied, boolean waitIfFull) {
        return services.enrollments().enroll(applied.applicant(), applied.id(), waitIfFull);
    }

    private Object withdraw(Applied applied) {
        return services.enrollments().withdraw(applied.applicant(), applied.id());
    }

    private Object offer() {
        return services.housekeeping().offerSeats();
    }
}
