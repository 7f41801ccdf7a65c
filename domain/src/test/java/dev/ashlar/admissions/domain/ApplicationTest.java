// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private final Course course = Intake.course();
    private final Batch batch = Intake.openBatch(course, 2);
    private final Application draft = Intake.draft(batch);

    @Test
    void aDraftHasANumberAndThePriceOfTheCourse() {
        assertThat(draft.status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(draft.applicationNo()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
        assertThat(draft.tuition()).isEqualTo(new Tuition(Intake.PRICE, Intake.PRICE));
    }

    @Test
    void refusesToSubmitADraftWithoutABatch() {
        var empty = draft.with(new ApplicationEdit(Change.to(null), Change.keep()), NOW);

        assertRefused(AdmissionsProblem.BATCH_MISSING, empty::submitted);
        assertThat(draft.submitted().status()).isEqualTo(ApplicationStatus.SUBMITTED);
    }

    @Test
    void refusesAReviewByTheApplicant() {
        var submitted = draft.submitted();

        assertRefused(
                AdmissionsProblem.OWN_APPLICATION,
                () -> submitted.reviewed(ApplicationStatus.UNDER_REVIEW, draft.userId(), NOW));
        assertThat(Intake.underReview(draft).standing().decidedBy()).isEqualTo(Intake.REVIEWER);
    }

    @Test
    void aLateRejectionOfAnAcceptedApplicationIsRefused() {
        var accepted = Intake.accepted(draft);

        assertThat(assertRefused(
                                AdmissionsProblem.ILLEGAL_TRANSITION,
                                () -> accepted.reviewed(ApplicationStatus.REJECTED, Intake.user(), NOW))
                        .detail())
                .startsWith("Application " + draft.applicationNo() + " is accepted and cannot become rejected");
    }

    @Test
    void aReviewerAcceptsNoApplicationOnTheWaitingList() {
        var waiting = Intake.waiting(draft, NOW);

        assertThat(assertRefused(
                                AdmissionsProblem.ILLEGAL_TRANSITION,
                                () -> waiting.reviewed(ApplicationStatus.ACCEPTED, Intake.REVIEWER, NOW))
                        .detail())
                .isEqualTo("Application " + draft.applicationNo()
                        + " is waitlisted. Seats are offered in the order of the waiting list.");
    }

    @Test
    void onlyAnAcceptedApplicantAsksToWait() {
        assertThat(Intake.accepted(draft).waitlisted(NOW).standing().waitlistedAt())
                .isEqualTo(NOW);
        for (var other : List.of(draft, draft.submitted(), Intake.underReview(draft), Intake.waiting(draft, NOW))) {
            assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> other.waitlisted(NOW));
        }
        assertRefused(
                AdmissionsProblem.SEAT_OFFERED, () -> Intake.offered(draft, NOW).waitlisted(NOW));
    }

    @Test
    void anotherBatchIsTheEndOfItsWaitingList() {
        var later = NOW.plusSeconds(60);
        var other = Intake.openBatch(course, 1);
        var waiting = Intake.waiting(draft, NOW);

        var moved = waiting.with(new ApplicationEdit(Change.to(other.id()), Change.keep()), later);

        assertThat(moved.standing().waitlistedAt()).isEqualTo(later);
        assertThat(moved.batchId()).isEqualTo(other.id());
        assertThat(waiting.with(new ApplicationEdit(Change.to(batch.id()), Change.keep()), later))
                .isEqualTo(waiting);
    }

    @Test
    void refusesAnotherBatchWhileASeatIsOffered() {
        var edit = new ApplicationEdit(Change.to(Intake.openBatch(course, 1).id()), Change.keep());

        assertRefused(
                AdmissionsProblem.SEAT_OFFERED, () -> Intake.offered(draft, NOW).with(edit, NOW));
    }

    @Test
    void refusesToClearTheBatchAfterTheSubmission() {
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> draft.submitted().with(new ApplicationEdit(Change.to(null), Change.keep()), NOW));
    }

    @Test
    void refusesEditsAndDiscountsOfAnApplicationThatIsOver() {
        var keep = new ApplicationEdit(Change.keep(), Change.keep());
        var underReview = Intake.underReview(draft);
        for (var over : List.of(
                draft.withdrawn(),
                Intake.accepted(draft).enrolled(),
                underReview.reviewed(ApplicationStatus.REJECTED, Intake.REVIEWER, NOW))) {
            assertRefused(AdmissionsProblem.APPLICATION_CLOSED, () -> over.with(keep, NOW));
            assertRefused(AdmissionsProblem.APPLICATION_CLOSED, () -> over.discountedTo(Intake.half()));
        }
    }

    @Test
    void enrollmentEndsTheOffer() {
        assertThat(Intake.offered(draft, NOW).enrolled().standing())
                .isEqualTo(new Standing(ApplicationStatus.ENROLLED, null, null, Intake.REVIEWER));
        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, draft::enrolled);
    }
}
