// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingListTest {
    private final Office office = new Office();
    private final BatchView batch = office.openBatch(1);

    @ParameterizedTest
    @CsvSource({"CANCELLED, The batch is cancelled.", "RUNNING, The batch is running."})
    void endsWithABatchThatBeginsOrIsCancelled(BatchStatus end, String reason) {
        var waiting = office.waiting(office.student, batch);

        office.batches.edit(office.admin, batch.id(), 1, Intake.to(end));

        assertThat(office.file(waiting).status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(office.file(waiting).standing().waitlistedAt()).isNull();
        var last = office.admissions
                .events(office.student, waiting, PageRequest.first())
                .items()
                .getLast();
        assertThat(last)
                .isEqualTo(new ApplicationEventView(
                        office.file(waiting).version(),
                        ApplicationStatus.WAITLISTED,
                        ApplicationStatus.ACCEPTED,
                        office.admin.userId(),
                        reason,
                        office.now()));
        assertThat(office.offers()).isEmpty();
    }

    @Test
    void staysWithABatchThatIsClosedAndMayOpenAgain() {
        var waiting = office.waiting(office.student, batch);

        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.CLOSED));

        assertThat(office.file(waiting).status()).isEqualTo(ApplicationStatus.WAITLISTED);
    }

    @Test
    void leavesItsApplicantsTheChoiceOfAnotherBatch() {
        var waiting = office.waiting(office.student, batch);
        office.batches.edit(office.admin, batch.id(), 1, Intake.to(BatchStatus.CANCELLED));
        assertRefused(AdmissionsProblem.BATCH_NOT_OPEN, () -> office.enrollments.enroll(office.student, waiting, true));
        var next = office.batches.create(office.admin, batch.courseId(), Intake.plan(), 1);
        office.batches.edit(office.admin, next.id(), 0, Intake.to(BatchStatus.OPEN));

        office.admissions.edit(
                office.student,
                waiting,
                office.file(waiting).version(),
                new ApplicationEdit(Change.to(next.id()), Change.keep()));

        office.enrollments.enroll(office.student, waiting, false);
        assertThat(office.file(waiting).status()).isEqualTo(ApplicationStatus.ENROLLED);
    }
}
