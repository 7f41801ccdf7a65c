// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static dev.ashlar.admissions.persistence.TestCampus.successes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.persistence.TestCampus.Applied;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hook of admissions on deactivated users, in the transaction of the publisher. */
@ServiceTest
class WithdrawOnUserDeactivatedTest {
    private final AdmissionServices services;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate deactivation;
    private final TestCampus campus;

    @Autowired
    WithdrawOnUserDeactivatedTest(
            AdmissionServices services,
            ApplicationEventPublisher events,
            InstantSource clock,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.services = services;
        this.events = events;
        this.clock = clock;
        this.deactivation = new TransactionTemplate(transactions);
        this.campus = new TestCampus(services, database);
    }

    @Test
    @Tag("rule-hooks-fire")
    void aDeactivatedUserWaitsForNoSeat() {
        var batch = campus.openBatch(1);
        var waiting = campus.waiting(batch);

        deactivation.executeWithoutResult(_ -> deactivate(waiting));

        assertThat(campus.statusOf(waiting.id())).isEqualTo("withdrawn");
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void aSecondEventChangesNothing() {
        var waiting = campus.waiting(campus.openBatch(1));

        deactivation.executeWithoutResult(_ -> deactivate(waiting));
        deactivation.executeWithoutResult(_ -> deactivate(waiting));

        assertThat(campus.count(
                        "admissions.application_events WHERE to_status = 'withdrawn' AND application_id = ?",
                        waiting.id().value()))
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-hooks-join-transaction")
    void aDeactivationThatIsUndoneLeavesThePlace() {
        var waiting = campus.waiting(campus.openBatch(1));

        deactivation.executeWithoutResult(transaction -> {
            deactivate(waiting);
            transaction.setRollbackOnly();
        });

        assertThat(campus.statusOf(waiting.id())).isEqualTo("waitlisted");
    }

    @Test
    void anOfferedSeatGoesToTheNext() {
        var batch = campus.openBatch(1);
        var enrolled = campus.enrolled(batch);
        var offered = campus.waiting(batch);
        var next = campus.waiting(batch);
        services.enrollments().withdraw(enrolled.applicant(), enrolled.id());

        deactivation.executeWithoutResult(_ -> deactivate(offered));

        assertThat(campus.statusOf(offered.id())).isEqualTo("withdrawn");
        campus.assertSeats(batch, 0, 0);
        await().until(() -> services.housekeeping().offerSeats() == 0);
        assertThat(campus.statusOf(next.id())).isEqualTo("accepted");
    }

    @Test
    void anApplicationUnderReviewIsWithdrawnAndAnEnrollmentStays() {
        var underReview = campus.underReview(campus.openBatch(1));
        var enrolled = campus.enrolled(campus.openBatch(1));

        deactivation.executeWithoutResult(_ -> deactivate(underReview));
        deactivation.executeWithoutResult(_ -> deactivate(enrolled));

        assertThat(campus.statusOf(underReview.id())).isEqualTo("withdrawn");
        assertThat(campus.statusOf(enrolled.id())).isEqualTo("enrolled");
    }

    @Race(10)
    void anApplicantWhoJoinsTheListMeanwhileIsFound() {
        var applied = campus.accepted(campus.openBatch(1));

        var outcomes = Together.run(
                2,
                number -> () -> number == 0
                        ? services.enrollments().waitlist(applied.applicant(), applied.id())
                        : deactivation.execute(_ -> deactivate(applied)));

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION)).isPositive();
        assertThat(outcomes.get(1).succeeded()).isTrue();
        assertThat(campus.statusOf(applied.id())).isEqualTo("withdrawn");
    }

    @Race(10)
    void anApplicantWhoEnrollsMeanwhileKeepsTheSeatOrTakesNone() {
        var batch = campus.openBatch(1);
        var applied = campus.accepted(batch);

        var outcomes = Together.run(
                2,
                number -> () -> number == 0
                        ? services.enrollments().enroll(applied.applicant(), applied.id(), false)
                        : deactivation.execute(_ -> deactivate(applied)));

        boolean isEnrolled = successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION) == 2;
        assertThat(outcomes.get(1).succeeded()).isTrue();
        assertThat(campus.statusOf(applied.id())).isEqualTo(isEnrolled ? "enrolled" : "withdrawn");
        campus.assertSeats(batch, isEnrolled ? 1 : 0, 0);
    }

    private Object deactivate(Applied applied) {
        events.publishEvent(new UserDeactivated(applied.applicant().userId(), clock.instant()));
        return applied;
    }
}
