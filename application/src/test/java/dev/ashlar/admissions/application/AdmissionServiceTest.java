// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationSubmitted;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionServiceTest {
    private final Office office = new Office();
    private final BatchView batch = office.openBatch(2);

    @Test
    void createsADraftAtThePriceOfTheCourse() {
        var created = office.admissions.create(office.student, new Choice(batch.courseId(), null, null));

        assertThat(created.standing().status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(created.tuition().finalAmount()).isEqualTo(Intake.PRICE);
        assertThat(created.applicant().platform()).isEqualTo("lms");
        assertThat(office.admissions
                        .events(office.student, created.id(), PageRequest.first())
                        .items())
                .extracting(ApplicationEventView::toStatus)
                .containsExactly(ApplicationStatus.DRAFT);
    }

    @Test
    void refusesASecondApplicationForACourse() {
        office.draft(office.student, batch);

        assertRefused(AdmissionsProblem.APPLICATION_EXISTS, () -> office.draft(office.student, batch));
    }

    @Test
    void boundsTheApplicationsOfADay() {
        for (int created = 0; created < Application.MAX_A_DAY; created++) {
            office.enrollments.withdraw(office.student, office.draft(office.student, batch));
        }

        assertRefused(AdmissionsProblem.APPLICATIONS_EXCEEDED, () -> office.draft(office.student, batch));
    }

    @Test
    void refusesChoicesThatDoNotExist() {
        var student = office.student;
        var other = office.openBatch(1);
        var retired = office.openBatch(1);
        office.courses.edit(
                office.admin,
                retired.courseId(),
                0,
                new CourseEdit(Change.keep(), Change.keep(), Change.to(CourseStatus.RETIRED)));

        assertRefused(AdmissionsProblem.COURSE_NOT_FOUND, () -> office.draft(student, retired));
        assertRefused(
                AdmissionsProblem.BATCH_NOT_FOUND,
                () -> office.admissions.create(student, new Choice(batch.courseId(), other.id(), null)));
        var unknown = Intake.college("A", "B").id();
        assertRefused(
                AdmissionsProblem.COLLEGE_NOT_FOUND,
                () -> office.admissions.create(student, new Choice(batch.courseId(), null, unknown)));
        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.CLOSED));
        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.draft(student, batch));
    }

    @Test
    void publishesTheSubmission() {
        var id = office.draft(office.student, batch);

        var submitted = office.admissions.submit(office.student, id);

        assertThat(submitted.version()).isEqualTo(1);
        assertThat(office.events)
                .containsExactly(new ApplicationSubmitted(
                        id,
                        submitted.applicationNo(),
                        office.student.userId(),
                        batch.courseId(),
                        batch.id(),
                        "lms",
                        office.now()));
        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> office.admissions.submit(office.student, id));
        assertThat(office.events).hasSize(1);
    }

    @Test
    void refusesASubmissionForABatchThatHasBeenClosed() {
        var id = office.draft(office.student, batch);
        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.CLOSED));

        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.admissions.submit(office.student, id));

        assertThat(office.file(id).status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void movesAWaitingApplicationToAnOpenBatchOnly() {
        var id = office.waiting(office.student, batch);
        var version = office.file(id).version();
        var planned = office.batches.create(office.admin, batch.courseId(), Intake.plan(), 1);
        var edit = new ApplicationEdit(Change.to(planned.id()), Change.keep());

        assertRefused(
                AdmissionsProblem.BATCH_NOT_OPEN, () -> office.admissions.edit(office.student, id, version, edit));
        office.batches.edit(office.admin, planned.id(), 0, Intake.to(BatchStatus.OPEN));

        assertThat(office.admissions
                        .edit(office.student, id, version, edit)
                        .choice()
                        .batchId())
                .isEqualTo(planned.id());
    }

    @Test
    void usersSeeAndChangeTheirOwnApplicationsOnly() {
        var id = office.draft(office.student, batch);
        var stranger = Office.actor(Role.EXPERT);
        var keep = new ApplicationEdit(Change.keep(), Change.keep());

        assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.admissions.get(stranger, id));
        assertRefused(
                AdmissionsProblem.APPLICATION_NOT_FOUND,
                () -> office.admissions.events(stranger, id, PageRequest.first()));
        for (var other : List.of(stranger, office.sales, office.admin)) {
            assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.admissions.submit(other, id));
            assertRefused(AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.admissions.edit(other, id, 0, keep));
        }
        assertThat(office.admissions
                        .list(stranger, null, null, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(office.admissions.count(stranger, null, null)).isZero();
        for (var staff : List.of(office.sales, office.admin)) {
            assertThat(office.admissions.get(staff, id).application().id()).isEqualTo(id);
            assertThat(office.admissions.count(staff, null, null)).isEqualTo(1);
        }
    }

    @Test
    void storesOneEditOfAVersion() {
        var id = office.draft(office.student, batch);
        var college =
                office.colleges.create(office.admin, "ETH Zürich", "Zürich").id();
        var edit = new ApplicationEdit(Change.keep(), Change.to(college));

        var edited = office.admissions.edit(office.student, id, 0, edit);

        assertThat(edited.version()).isEqualTo(1);
        assertThat(edited.choice().collegeId()).isEqualTo(college);
        assertThat(office.admissions.edit(office.student, id, 1, edit).version())
                .as("an edit without a change")
                .isEqualTo(1);
        assertRefused(KernelProblem.STALE_VERSION, () -> office.admissions.edit(office.student, id, 0, edit));
    }

    @Test
    void anotherBatchEndsThePendingDiscountRequest() {
        var id = office.submitted(office.student, batch);
        office.discounts.request(office.student, id, Intake.half());
        var other = office.batches.create(office.admin, batch.courseId(), Intake.plan(), 1);

        office.admissions.edit(office.student, id, 1, new ApplicationEdit(Change.to(other.id()), Change.keep()));

        assertThat(office.stores.discounts())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(DiscountStatus.REJECTED));
    }
}
