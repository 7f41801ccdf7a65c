// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Contract of {@link DiscountRequests} and {@link Enrollments}. */
public abstract class DecisionsContract extends AdmissionsContract {
    private static final UserId DECIDER = Intake.user();

    @Test
    void storesEveryFieldOfARequest() {
        var request = requested();

        assertThat(stores().discounts().find(request.id())).contains(request);
        assertThat(stores().discounts().ofApplication(request.subject().applicationId()))
                .containsExactly(request);
        assertThat(stores().discounts().ofApplication(Intake.draft(batch).id())).isEmpty();
        var absent = Intake.discount(Intake.draft(batch), DECIDER).id();
        assertThat(stores().discounts().find(absent)).isEmpty();
    }

    @Test
    void storesOneDecision() {
        var request = requested();
        var approved = request.approved(DECIDER, Money.of("1000.5", "EUR"), "As agreed", NOW);

        assertThat(stores().discounts().decide(approved)).isTrue();
        assertThat(stores().discounts().decide(request.rejected(DECIDER, "Too late", NOW)))
                .isFalse();

        assertThat(stores().discounts().find(request.id())).contains(approved);
    }

    @Test
    void storesARejectionAndANewRequestAfterIt() {
        var application = stored(Intake.accepted(Intake.draft(batch)));
        var request = Intake.discount(application, application.userId());
        stores().discounts().insert(request);
        var rejected = request.rejected(DECIDER, "No", NOW);

        assertThat(stores().discounts().decide(rejected)).isTrue();
        var next = Intake.discount(application, application.userId());
        stores().discounts().insert(next);

        assertThat(stores().discounts().ofApplication(application.id())).containsExactly(rejected, next);
    }

    @Test
    void endsThePendingRequestOfAnApplication() {
        var request = requested();

        stores().discounts().endPending(request.subject().applicationId(), "The batch was changed.", NOW);

        var ended = stores().discounts().find(request.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(DiscountStatus.REJECTED);
        assertThat(ended.decision()).isEqualTo(new DiscountRequest.Decision(null, null, NOW, "The batch was changed."));
        assertThat(stores().discounts().decide(request.approved(DECIDER, Intake.half(), null, NOW)))
                .isFalse();
    }

    @Test
    void storesEveryFieldOfAnEnrollment() {
        var enrollment = enrolled();

        assertThat(stores().enrollments().find(enrollment.id())).contains(enrollment);
        assertThat(stores().enrollments().findByApplication(enrollment.applicationId()))
                .contains(enrollment);
        assertThat(stores().enrollments().findByApplication(Intake.draft(batch).id()))
                .isEmpty();
        assertThat(stores().enrollments()
                        .find(Intake.enrollment(Intake.draft(batch)).id()))
                .isEmpty();
    }

    @Test
    void dropsAnActiveEnrollmentOnce() {
        var enrollment = enrolled();

        assertThat(stores().enrollments().drop(enrollment.id(), NOW)).isTrue();
        assertThat(stores().enrollments().drop(enrollment.id(), NOW)).isFalse();

        assertThat(stores().enrollments().find(enrollment.id()).orElseThrow().status())
                .isEqualTo(EnrollmentStatus.DROPPED);
    }

    @Test
    void findsTheActiveEnrollmentOfAPerson() {
        var enrollment = enrolled();

        assertThat(stores().enrollments().findActive(enrollment.userId())).contains(enrollment);
        stores().enrollments().drop(enrollment.id(), NOW);

        assertThat(stores().enrollments().findActive(enrollment.userId())).isEmpty();
    }

    @Test
    void completesTheActiveEnrollmentsOfABatch() {
        var active = enrolled();
        var dropped = enrolled();
        stores().enrollments().drop(dropped.id(), NOW);

        assertThat(stores().enrollments().complete(batch.id(), NOW)).isEqualTo(1);
        assertThat(stores().enrollments().complete(batch.id(), NOW)).isZero();

        assertThat(stores().enrollments().find(active.id()).orElseThrow().status())
                .isEqualTo(EnrollmentStatus.COMPLETED);
        assertThat(stores().enrollments().drop(active.id(), NOW)).isFalse();
    }

    private DiscountRequest requested() {
        var application = stored(Intake.accepted(Intake.draft(batch)));
        var request = Intake.discount(application, application.userId());
        stores().discounts().insert(request);
        return request;
    }

    private Enrollment enrolled() {
        var enrollment =
                Intake.enrollment(stored(Intake.accepted(Intake.draft(batch)).enrolled()));
        stores().enrollments().insert(enrollment);
        return enrollment;
    }
}
