// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static dev.ashlar.admissions.persistence.TestCampus.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.admissions.persistence.TestCampus.Applied;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent decisions about applications and discounts. */
@ServiceTest
class DecisionsConcurrencyTest {
    private final AdmissionServices services;
    private final TestCampus campus;

    @Autowired
    DecisionsConcurrencyTest(AdmissionServices services, FreshDatabase.Switch database) {
        this.services = services;
        this.campus = new TestCampus(services, database);
    }

    @Race(5)
    void anApplicationIsDecidedOnce() {
        var applied = campus.underReview(campus.openBatch(5));

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? services.reviews().accept(campus.admin, applied.id(), null)
                        : services.reviews().reject(campus.sales, applied.id(), "The degree is missing"));

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
    }

    @Race(5)
    void aDiscountIsDecidedOnceAndTheFinalAmountAgrees() {
        var applied = campus.underReview(campus.openBatch(5));
        var request = services.discounts()
                .request(applied.applicant(), applied.id(), Intake.half())
                .id();

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? services.discounts().approve(campus.admin, request, null, null)
                        : services.discounts().reject(campus.otherAdmin, request, "Too late"));

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        assertAgrees(applied);
    }

    @Race(5)
    void anotherBatchAndAnApprovalDoNotPassEachOther() {
        var batch = campus.openBatch(5);
        var other = campus.openBatch(batch.courseId(), 5);
        var applied = campus.underReview(batch);
        var request = services.discounts()
                .request(applied.applicant(), applied.id(), Intake.half())
                .id();
        var edit = new ApplicationEdit(Change.to(other.id()), Change.keep());

        var outcomes = Together.run(
                2,
                number -> () -> number == 0
                        ? services.discounts()
                                .approve(campus.admin, request, null, null)
                                .id()
                        : services.admissions()
                                .edit(applied.applicant(), applied.id(), 2, edit)
                                .id());

        assertThat(successes(outcomes, AdmissionsProblem.ILLEGAL_TRANSITION, KernelProblem.STALE_VERSION))
                .isEqualTo(1);
        assertAgrees(applied);
    }

    @Race(5)
    void anApplicationHasOnePendingDiscountRequest() {
        var applied = campus.underReview(campus.openBatch(5));

        var outcomes =
                Together.run(8, () -> services.discounts().request(applied.applicant(), applied.id(), Intake.half()));

        assertThat(successes(outcomes, AdmissionsProblem.DISCOUNT_PENDING)).isEqualTo(1);
    }

    @Race(5)
    void aPersonAppliesOnceForACourse() {
        var batch = campus.openBatch(5);
        var applicant = TestCampus.actor(Role.STUDENT);
        var choice = new Choice(batch.courseId(), batch.id(), null);

        var outcomes = Together.run(8, () -> services.admissions().create(applicant, choice));

        assertThat(successes(outcomes, AdmissionsProblem.APPLICATION_EXISTS)).isEqualTo(1);
    }

    @Race(5)
    void storesOneEditOfAnApplication() {
        var batch = campus.openBatch(5);
        var applied = campus.submitted(batch);
        var others = List.of(campus.openBatch(batch.courseId(), 1), campus.openBatch(batch.courseId(), 1));

        var outcomes = Together.run(
                8,
                number -> () -> services.admissions()
                        .edit(
                                applied.applicant(),
                                applied.id(),
                                1,
                                new ApplicationEdit(
                                        Change.to(others.get(number % 2).id()), Change.keep())));

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
    }

    private void assertAgrees(Applied applied) {
        boolean isApproved = campus.count(
                        "admissions.discount_requests WHERE status = 'approved' AND application_id = ?",
                        applied.id().value())
                == 1;
        var amount = services.admissions()
                .get(campus.admin, applied.id())
                .application()
                .tuition()
                .finalAmount();
        assertThat(amount).isEqualTo(isApproved ? Intake.half() : Intake.PRICE);
    }
}
