// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationEnrolled;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.admissions.domain.Seats;
import dev.ashlar.admissions.domain.Standing;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnrollmentServiceTest {
    private final Office office = new Office();
    private final BatchView batch = office.openBatch(1);

    @Test
    void takesASeatAndPublishesIt() {
        var id = office.accepted(office.student, batch);

        var enrolled = office.enrollments.enroll(office.student, id, false);

        assertThat(enrolled.standing().status()).isEqualTo(ApplicationStatus.ENROLLED);
        assertThat(enrolled.version()).isEqualTo(office.file(id).version());
        assertThat(office.seats(batch)).isEqualTo(new Seats(1, 1, 0));
        assertThat(office.events.getLast())
                .isEqualTo(new ApplicationEnrolled(id, office.student.userId(), batch.id(), office.now()));
        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> office.enrollments.enroll(office.student, id, false));
    }

    @Test
    void withoutASeatTheApplicantStaysAcceptedOrWaits() {
        office.enrolled(office.student, batch);
        var other = Office.actor(Role.STUDENT);
        var id = office.accepted(other, batch);

        assertRefused(AdmissionsProblem.BATCH_FULL, () -> office.enrollments.enroll(other, id, false));
        assertThat(office.file(id).status()).isEqualTo(ApplicationStatus.ACCEPTED);

        assertThat(office.enrollments.enroll(other, id, true).standing().status())
                .isEqualTo(ApplicationStatus.WAITLISTED);
        assertThat(office.file(id).standing().waitlistedAt()).isEqualTo(office.now());
    }

    @Test
    void nobodyWaitsForABatchThatIsNotOpen() {
        var id = office.accepted(office.student, batch);
        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.CLOSED));

        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.enrollments.enroll(office.student, id, true));
        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.enrollments.waitlist(office.student, id));
        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.enrollments.waitlist(office.sales, id));
        assertThat(office.file(id).status()).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    void aFreeSeatIsOfferedToTheFirstWhoWaits() {
        var enrolled = office.enrolled(office.student, batch);
        var ada = Office.actor(Role.STUDENT);
        var first = office.waiting(ada, batch);
        var second = office.waiting(Office.actor(Role.STUDENT), batch);

        office.enrollments.withdraw(office.student, enrolled);

        assertThat(office.offers()).containsExactly(first);
        assertThat(office.seats(batch)).isEqualTo(new Seats(1, 0, 1));
        assertThat(office.file(second).status()).isEqualTo(ApplicationStatus.WAITLISTED);
        office.enrollments.enroll(ada, first, false);
        assertThat(office.seats(batch)).isEqualTo(new Seats(1, 1, 0));
    }

    @Test
    void anApplicantWhoLeftTheListAndCameBackIsBehindTheOthers() {
        var enrolled = office.enrolled(office.student, batch);
        var ada = Office.actor(Role.STUDENT);
        var left = office.waiting(ada, batch);
        var other = office.waiting(Office.actor(Role.STUDENT), batch);
        office.enrollments.withdraw(ada, left);
        var back = office.waiting(ada, batch);

        office.enrollments.withdraw(office.student, enrolled);

        assertThat(office.offers()).containsExactly(other);
        assertThat(office.file(back).status()).isEqualTo(ApplicationStatus.WAITLISTED);
    }

    @Test
    void offersTwelveNewSeatsToTheFirstTwelveWhoStillWait() {
        office.enrolled(office.student, batch);
        var people = Stream.generate(() -> Office.actor(Role.STUDENT)).limit(15).toList();
        var list = people.stream().map(person -> office.waiting(person, batch)).toList();
        office.enrollments.withdraw(people.get(0), list.get(0));
        office.reviews.reject(office.sales, list.get(1), "The degree is missing");
        new WithdrawOnUserDeactivated(office.housekeeping)
                .on(new UserDeactivated(people.get(2).userId(), office.now()));

        office.batches.edit(office.admin, batch.id(), 1, Intake.seats(13));

        assertThat(office.offers()).containsExactlyElementsOf(list.subList(3, 15));
        assertThat(office.seats(batch)).isEqualTo(new Seats(13, 1, 12));
        assertThat(office.housekeeping.offerSeats()).isZero();
    }

    @Test
    void anOfferThatExpiresGoesToTheNext() {
        var enrolled = office.enrolled(office.student, batch);
        var ada = Office.actor(Role.STUDENT);
        var first = office.waiting(ada, batch);
        var second = office.waiting(Office.actor(Role.STUDENT), batch);
        office.enrollments.withdraw(office.student, enrolled);
        assertThat(office.housekeeping.endExpiredOffers()).isZero();
        office.wait(Standing.OFFER_TIME);

        assertThat(office.housekeeping.endExpiredOffers()).isEqualTo(1);
        assertThat(office.housekeeping.offerSeats()).isEqualTo(1);

        assertThat(office.offers()).containsExactly(first, second);
        assertThat(office.file(first).status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertRefused(AdmissionsProblem.BATCH_FULL, () -> office.enrollments.enroll(ada, first, false));
    }

    @Test
    void anOfferThatIsNotWantedGoesToTheNext() {
        var enrolled = office.enrolled(office.student, batch);
        var ada = Office.actor(Role.STUDENT);
        var first = office.waiting(ada, batch);
        var second = office.waiting(Office.actor(Role.STUDENT), batch);
        office.enrollments.withdraw(office.student, enrolled);

        office.enrollments.withdraw(ada, first);

        assertThat(office.offers()).containsExactly(first, second);
        assertThat(office.seats(batch)).isEqualTo(new Seats(1, 0, 1));
    }

    @Test
    void freeSeatsGoToThoseWhoWaitBeforeOthers() {
        var waiting = office.waiting(Office.actor(Role.STUDENT), batch);
        var id = office.accepted(office.student, batch);

        assertRefused(AdmissionsProblem.BATCH_FULL, () -> office.enrollments.enroll(office.student, id, false));
        assertThat(office.housekeeping.offerSeats()).isEqualTo(1);

        assertThat(office.offers()).containsExactly(waiting);
    }

    @Test
    void staffPutsOthersOnTheList() {
        var id = office.submitted(office.student, batch);
        office.reviews.begin(office.sales, id);
        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> office.enrollments.waitlist(office.student, id));

        office.enrollments.waitlist(office.sales, id);

        assertThat(office.file(id).status()).isEqualTo(ApplicationStatus.WAITLISTED);
    }

    @Test
    void applicantsAndStaffDropAnEnrollment() {
        var stranger = Office.actor(Role.STUDENT);
        var id = office.enrolled(office.student, batch);
        var enrollment = office.stores.enrollments().getFirst().id();

        assertRefused(
                AdmissionsProblem.ENROLLMENT_NOT_FOUND, () -> office.enrollments.drop(stranger, enrollment, null));
        var dropped = office.enrollments.drop(office.sales, enrollment, "Moved");

        assertThat(dropped.standing().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(office.stores.events().getLast().note()).isEqualTo("Moved");
        assertThat(office.stores.enrollments().getFirst().status()).isEqualTo(EnrollmentStatus.DROPPED);
        assertThat(office.seats(batch)).isEqualTo(new Seats(1, 0, 0));
        assertRefused(
                AdmissionsProblem.ILLEGAL_TRANSITION, () -> office.enrollments.drop(office.sales, enrollment, null));
        assertRefused(
                AdmissionsProblem.ENROLLMENT_NOT_FOUND,
                () -> office.enrollments.drop(
                        office.sales, Intake.enrollment(office.file(id)).id(), null));
    }

    @Test
    void aCompletedEnrollmentIsNotDropped() {
        var id = office.enrolled(office.student, batch);
        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.RUNNING));
        office.batches.edit(office.admin, batch.id(), 2, Intake.to(BatchStatus.COMPLETED));

        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> office.enrollments.withdraw(office.student, id));
    }

    @Test
    void othersNeitherEnrollNorWithdraw() {
        var id = office.accepted(office.student, batch);
        var stranger = Office.actor(Role.EXPERT);

        assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.enrollments.enroll(stranger, id, true));
        assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.enrollments.waitlist(stranger, id));
        assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.enrollments.withdraw(office.sales, id));
    }
}
