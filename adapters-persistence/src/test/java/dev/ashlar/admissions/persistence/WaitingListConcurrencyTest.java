// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Applicants who join the waiting list of a batch while it begins, which ends the list. */
@ServiceTest
class WaitingListConcurrencyTest {
    private final AdmissionServices services;
    private final TransactionTemplate transaction;
    private final TestCampus campus;
    private BatchView batch;

    @Autowired
    WaitingListConcurrencyTest(
            AdmissionServices services, FreshDatabase.Switch database, PlatformTransactionManager transactions) {
        this.services = services;
        this.transaction = new TransactionTemplate(transactions);
        this.campus = new TestCampus(services, database);
        this.batch = campus.openBatch(1);
    }

    @BeforeEach
    void fillABatch() {
        batch = campus.openBatch(1);
        campus.enrolled(batch);
    }

    @Test
    void nobodyWaitsWhoAskedToWait() {
        var applied = campus.accepted(batch);

        assertNobodyWaits(() -> services.enrollments().waitlist(applied.applicant(), applied.id()));
    }

    @Test
    void nobodyWaitsWhoFoundNoSeat() {
        var applied = campus.accepted(batch);

        assertNobodyWaits(() -> services.enrollments().enroll(applied.applicant(), applied.id(), true));
    }

    @Test
    void nobodyWaitsWhoCameFromAnotherList() {
        var other = campus.openBatch(batch.courseId(), 1);
        var applied = campus.waiting(other);
        var edit = new ApplicationEdit(Change.to(batch.id()), Change.keep());
        int version = services.admissions()
                .get(applied.applicant(), applied.id())
                .application()
                .version();

        assertNobodyWaits(() -> services.admissions().edit(applied.applicant(), applied.id(), version, edit));
    }

    /** Begins the batch while an applicant is on the list in a transaction that has not ended. */
    private void assertNobodyWaits(Runnable joining) {
        var joined = new CountDownLatch(1);
        var begun = new CountDownLatch(1);

        var outcomes = Together.run(2, number -> () -> {
            if (number == 0) {
                joinUntilAnotherWaits(joining, joined, begun);
            } else {
                joined.await();
                services.batches().edit(campus.admin, batch.id(), 1, Intake.to(BatchStatus.RUNNING));
                begun.countDown();
            }
            return number;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(campus.count(
                        "admissions.applications WHERE status = 'waitlisted' AND batch_id = ?",
                        batch.id().value()))
                .isZero();
        assertThat(campus.count(
                        "admissions.application_events WHERE from_status = 'waitlisted' AND note = ?",
                        "The batch is running."))
                .isPositive();
    }

    private void joinUntilAnotherWaits(Runnable joining, CountDownLatch joined, CountDownLatch begun) {
        transaction.executeWithoutResult(_ -> {
            joining.run();
            joined.countDown();
            await().atMost(Duration.ofSeconds(30)).until(() -> begun.getCount() == 0 || campus.isAnyWaiting());
        });
    }
}
