// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountRequestTest {
    private final Application application = Intake.accepted(Intake.draft(Intake.openBatch(Intake.course(), 2)));
    private final UserId sales = Intake.user();
    private final UserId admin = Intake.user();

    @Test
    void theDeciderIsNeitherRequesterNorApplicant() {
        var request = Intake.discount(application, sales);

        for (var decider : List.of(sales, application.userId())) {
            assertRefused(AdmissionsProblem.OWN_DISCOUNT, () -> request.approved(decider, Intake.half(), null, NOW));
            assertRefused(AdmissionsProblem.OWN_DISCOUNT, () -> request.rejected(decider, "No", NOW));
        }
        assertThat(request.approved(admin, Intake.half(), null, NOW).status()).isEqualTo(DiscountStatus.APPROVED);
    }

    @Test
    void aRejectionNeedsANote() {
        var request = Intake.discount(application, sales);

        assertRefused(KernelProblem.INVALID_REQUEST, () -> request.rejected(admin, " ", NOW));
        assertThat(request.rejected(admin, "No", NOW).status()).isEqualTo(DiscountStatus.REJECTED);
    }

    @Test
    void aLateRejectionDoesNotOverwriteAnApproval() {
        var approved = Intake.discount(application, sales).approved(admin, Intake.half(), null, NOW);

        assertRefused(AdmissionsProblem.ILLEGAL_TRANSITION, () -> approved.rejected(Intake.user(), "Late", NOW));
    }

    @Test
    void refusesPricesThatAreNoDiscount() {
        var tuition = application.tuition();
        assertRefused(AdmissionsProblem.PRICE_TOO_HIGH, () -> tuition.requireDiscountTo("/price", Intake.PRICE));
        assertRefused(
                AdmissionsProblem.CURRENCY_MISMATCH, () -> tuition.requireDiscountTo("/price", Money.of("1", "USD")));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> tuition.requireDiscountTo("/price", Money.of("-1", "EUR")));
        tuition.requireDiscountTo("/price", Money.of("0", "EUR"));
    }
}
