// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.DiscountApproved;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.DiscountRequest;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountServiceTest {
    private final Office office = new Office();
    private final BatchView batch = office.openBatch(2);
    private final ApplicationId id = office.submitted(office.student, batch);

    @Test
    void anApprovalChangesTheFinalAmountWithIt() {
        var request = office.discounts.request(office.student, id, Intake.half());

        var approved = office.discounts.approve(office.admin, request.id(), null, "Scholarship");

        assertThat(approved.status()).isEqualTo(DiscountStatus.APPROVED);
        assertThat(approved.decision().approvedPrice()).isEqualTo(Intake.half());
        assertThat(office.file(id).tuition().finalAmount()).isEqualTo(Intake.half());
        assertThat(office.events.getLast())
                .isEqualTo(new DiscountApproved(id, office.student.userId(), Intake.half(), office.now()));
        assertRefused(
                AdmissionsProblem.ILLEGAL_TRANSITION,
                () -> office.discounts.reject(office.admin, request.id(), "Too late"));
        assertRefused(
                AdmissionsProblem.DISCOUNT_APPROVED, () -> office.discounts.request(office.student, id, Intake.half()));
    }

    @Test
    void approvesAnotherPriceBelowTheListPrice() {
        var request = office.discounts.request(office.sales, id, Intake.half());
        var price = Money.of("1500", "EUR");

        assertRefused(
                AdmissionsProblem.PRICE_TOO_HIGH,
                () -> office.discounts.approve(office.admin, request.id(), Intake.PRICE, null));
        office.discounts.approve(office.admin, request.id(), price, null);

        assertThat(office.file(id).tuition().finalAmount()).isEqualTo(price);
    }

    @Test
    void anotherPersonThanTheRequesterDecides() {
        var request = office.discounts.request(office.admin, id, Intake.half());

        assertRefused(
                AdmissionsProblem.OWN_DISCOUNT, () -> office.discounts.approve(office.admin, request.id(), null, null));
        assertRefused(AdmissionsProblem.OWN_DISCOUNT, () -> office.discounts.reject(office.admin, request.id(), "No"));
        for (var other : List.of(office.student, office.sales)) {
            assertRefused(KernelProblem.FORBIDDEN, () -> office.discounts.approve(other, request.id(), null, null));
            assertRefused(KernelProblem.FORBIDDEN, () -> office.discounts.reject(other, request.id(), "No"));
        }
    }

    @Test
    void aNewRequestFollowsARejection() {
        for (int sent = 0; sent < DiscountRequest.MAX_PER_APPLICATION; sent++) {
            var request = office.discounts.request(office.student, id, Intake.half());
            assertRefused(
                    AdmissionsProblem.DISCOUNT_PENDING,
                    () -> office.discounts.request(office.student, id, Intake.half()));
            office.discounts.reject(office.admin, request.id(), "No");
        }

        assertRefused(
                AdmissionsProblem.DISCOUNTS_EXCEEDED,
                () -> office.discounts.request(office.student, id, Intake.half()));
        assertThat(office.file(id).tuition().finalAmount()).isEqualTo(Intake.PRICE);
    }

    @Test
    void usersSeeTheRequestsOfTheirOwnApplications() {
        office.discounts.request(office.sales, id, Intake.half());
        var stranger = Office.actor(Role.STUDENT);

        assertThat(office.discounts.count(office.student, null)).isEqualTo(1);
        assertThat(office.discounts.count(office.sales, DiscountStatus.PENDING)).isEqualTo(1);
        assertThat(office.discounts.list(stranger, null, PageRequest.first()).items())
                .isEmpty();
        assertRefused(
                AdmissionsProblem.APPLICATION_NOT_FOUND, () -> office.discounts.request(stranger, id, Intake.half()));
    }

    @Test
    void anEnrollmentEndsThePendingRequest() {
        office.discounts.request(office.student, id, Intake.half());
        office.reviews.begin(office.sales, id);
        office.reviews.accept(office.sales, id, null);

        office.enrollments.enroll(office.student, id, false);

        assertThat(office.stores.discounts())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(DiscountStatus.REJECTED));
        assertRefused(
                AdmissionsProblem.APPLICATION_CLOSED,
                () -> office.discounts.request(office.student, id, Intake.half()));
    }

    @Test
    void refusesARequestOfADraftWithoutABatch() {
        var empty = office.admissions
                .create(office.admin, new Choice(batch.courseId(), null, null))
                .id();

        assertRefused(
                AdmissionsProblem.BATCH_MISSING, () -> office.discounts.request(office.admin, empty, Intake.half()));
    }
}
