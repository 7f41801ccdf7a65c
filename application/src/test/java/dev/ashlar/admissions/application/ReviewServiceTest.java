// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewServiceTest {
    private final Office office = new Office();
    private final BatchView batch = office.openBatch(2);

    @Test
    void salesAcceptsAnApplication() {
        var id = office.submitted(office.student, batch);

        office.reviews.begin(office.sales, id);
        var accepted = office.reviews.accept(office.sales, id, "Strong");

        assertThat(accepted.standing().status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(accepted.standing().decidedBy()).isEqualTo(office.sales.userId());
        assertThat(office.stores.events().getLast())
                .isEqualTo(new ApplicationEvent(
                        id,
                        3,
                        ApplicationStatus.UNDER_REVIEW,
                        ApplicationStatus.ACCEPTED,
                        office.sales.userId(),
                        "Strong",
                        office.now()));
    }

    @Test
    void usersReviewNothing() {
        var id = office.submitted(office.student, batch);

        for (var role : List.of(Role.STUDENT, Role.EXPERT)) {
            var user = Office.actor(role);
            assertRefused(KernelProblem.FORBIDDEN, () -> office.reviews.begin(user, id));
            assertRefused(KernelProblem.FORBIDDEN, () -> office.reviews.accept(user, id, null));
            assertRefused(KernelProblem.FORBIDDEN, () -> office.reviews.reject(user, id, "No"));
        }
    }

    @Test
    void refusesAReviewOfAnOwnApplication() {
        var id = office.submitted(office.sales, batch);

        assertRefused(AdmissionsProblem.OWN_APPLICATION, () -> office.reviews.begin(office.sales, id));
        office.reviews.begin(office.admin, id);
        assertRefused(AdmissionsProblem.OWN_APPLICATION, () -> office.reviews.accept(office.sales, id, null));
        assertRefused(AdmissionsProblem.OWN_APPLICATION, () -> office.reviews.reject(office.sales, id, "No"));
    }

    @Test
    void aRejectionEndsThePendingDiscountRequest() {
        var id = office.submitted(office.student, batch);
        office.discounts.request(office.student, id, Intake.half());
        office.reviews.begin(office.sales, id);

        office.reviews.reject(office.sales, id, "The degree is missing");

        assertThat(office.file(id).status()).isEqualTo(ApplicationStatus.REJECTED);
        assertThat(office.stores.discounts())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(DiscountStatus.REJECTED));
        assertRefused(
                AdmissionsProblem.APPLICATION_NOT_FOUND,
                () -> office.reviews.begin(
                        office.sales,
                        Intake.draft(Intake.openBatch(Intake.course(), 1)).id()));
    }
}
