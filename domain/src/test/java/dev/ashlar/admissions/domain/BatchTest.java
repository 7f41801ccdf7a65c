// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Course course = Intake.course();

    @Test
    void theCapacityStaysAboveTheSeatsThatAreTaken() {
        var batch = with(new Seats(5, 2, 1), BatchStatus.OPEN);

        assertThat(assertRefused(AdmissionsProblem.CAPACITY_TAKEN, () -> batch.with(Intake.seats(2)))
                        .detail())
                .isEqualTo("2 applicants are enrolled and 1 seats are offered. Set the capacity to at least 3.");
        assertThat(batch.with(Intake.seats(3)).seats().free()).isZero();
    }

    @Test
    void isCancelledWithoutTakenSeatsOnly() {
        assertRefused(
                AdmissionsProblem.BATCH_OCCUPIED,
                () -> with(new Seats(5, 1, 0), BatchStatus.OPEN).with(Intake.to(BatchStatus.CANCELLED)));
        assertRefused(
                AdmissionsProblem.BATCH_OCCUPIED,
                () -> with(new Seats(5, 0, 1), BatchStatus.OPEN).with(Intake.to(BatchStatus.CANCELLED)));
        assertThat(with(new Seats(5, 0, 0), BatchStatus.OPEN)
                        .with(Intake.to(BatchStatus.CANCELLED))
                        .status())
                .isEqualTo(BatchStatus.CANCELLED);
    }

    @Test
    void isCompletedWithoutOffersOnly() {
        assertRefused(
                AdmissionsProblem.BATCH_OCCUPIED,
                () -> with(new Seats(5, 1, 1), BatchStatus.RUNNING).with(Intake.to(BatchStatus.COMPLETED)));
        assertThat(with(new Seats(5, 1, 0), BatchStatus.RUNNING)
                        .with(Intake.to(BatchStatus.COMPLETED))
                        .status())
                .isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void refusesDatesInTheWrongOrder() {
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new BatchPlan("code", LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 1)));
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new BatchPlan("code", LocalDate.of(1999, 12, 31), LocalDate.of(2027, 3, 1)));
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new BatchPlan("code", LocalDate.of(2027, 3, 1), LocalDate.of(2200, 1, 1)));
    }

    @Test
    void refusesNullInAnEdit() {
        var edit = new BatchEdit(Change.keep(), Change.keep(), Change.to(null), Change.keep());

        assertRefused(
                KernelProblem.INVALID_REQUEST, () -> Intake.openBatch(course, 1).with(edit));
    }

    @Test
    void theCurrencyOfACourseStays() {
        var edit = new CourseEdit(Change.keep(), Change.to(Money.of("1", "USD")), Change.keep());

        assertRefused(KernelProblem.INVALID_REQUEST, () -> course.with(edit));
    }

    private Batch with(Seats seats, BatchStatus status) {
        var open = Intake.openBatch(course, 5);
        return new Batch(open.id(), open.courseId(), open.plan(), seats, status, open.createdAt(), 0);
    }
}
