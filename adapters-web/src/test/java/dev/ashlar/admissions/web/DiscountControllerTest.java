// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.ADMIN;
import static dev.ashlar.admissions.web.Visitors.APPLICATION;
import static dev.ashlar.admissions.web.Visitors.DISCOUNT;
import static dev.ashlar.admissions.web.Visitors.LOWER;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.DiscountService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AdmissionsServer
class DiscountControllerTest {
    private static final String DISCOUNTS = "/api/v1/discount-requests";
    private static final String ONE = DISCOUNTS + "/" + DISCOUNT.value();
    private static final String REQUEST = "/api/v1/applications/" + APPLICATION.value() + "/discount-requests";
    private static final String BODY = "{\"requestedPrice\": {\"amount\": \"900.00\", \"currency\": \"EUR\"}}";

    @Autowired
    private Visitors people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private DiscountService discounts;

    @Test
    void requestsADiscount() {
        given(discounts.request(STUDENT, APPLICATION, LOWER)).willReturn(Visitors.discount(DiscountStatus.PENDING));
        var answer = people.post(STUDENT, REQUEST, BODY);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000f1", "applicationId": "019a0000-0000-7000-8000-0000000000d1",
                 "batchId": "019a0000-0000-7000-8000-0000000000b1", "userId": "%1$s",
                 "requestedPrice": {"amount": "900.00", "currency": "EUR"}, "requestedBy": "%1$s", "status": "pending",
                 "approvedPrice": null, "decidedBy": null, "decidedAt": null, "note": null,
                 "createdAt": "2026-11-20T10:15:30Z"}""".formatted(Caller.USER)));
        assertThat(people.post(STUDENT, REQUEST, "{}").error()).startsWith("/requestedPrice: ");
    }

    @Test
    void listsRequestsWithFilterAndTotal() {
        given(discounts.list(ADMIN, DiscountStatus.PENDING, PageRequest.first()))
                .willReturn(new Page<>(List.of(Visitors.discount(DiscountStatus.PENDING)), null));
        given(discounts.count(ADMIN, DiscountStatus.PENDING)).willReturn(1L);
        var answer = people.get(ADMIN, DISCOUNTS + "?status=pending&count=true");
        assertThat(answer.json().at("/total").asInt()).isEqualTo(1);
        assertThat(people.get(ADMIN, DISCOUNTS + "?status=done").status()).isEqualTo(400);
    }

    @Test
    void decidesARequest() {
        given(discounts.approve(ADMIN, DISCOUNT, LOWER, null)).willReturn(Visitors.discount(DiscountStatus.APPROVED));
        given(discounts.reject(ADMIN, DISCOUNT, "No")).willReturn(Visitors.discount(DiscountStatus.REJECTED));
        assertThat(people.postOnce(ADMIN, ONE + "/approve", BODY.replace("requestedPrice", "price"))
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("approved");
        assertThat(people.postOnce(ADMIN, ONE + "/reject", "{\"note\": \"No\"}").status())
                .isEqualTo(200);
        assertThat(people.postOnce(ADMIN, ONE + "/reject", "{}").error()).startsWith("/note: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_DISCOUNT, 403, admissions.own-discount",
        "DISCOUNT_NOT_FOUND, 404, admissions.discount-not-found",
        "PRICE_TOO_HIGH, 422, admissions.price-too-high",
        "CURRENCY_MISMATCH, 422, admissions.currency-mismatch",
        "ILLEGAL_TRANSITION, 409, admissions.illegal-transition"
    })
    void answersRefusalsOfAnApproval(AdmissionsProblem problem, int status, String code) {
        given(discounts.approve(any(), any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.postOnce(ADMIN, ONE + "/approve", "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_CLOSED, 409, admissions.application-closed",
        "BATCH_MISSING, 422, admissions.batch-missing",
        "DISCOUNT_APPROVED, 409, admissions.discount-approved",
        "DISCOUNT_PENDING, 409, admissions.discount-pending",
        "DISCOUNTS_EXCEEDED, 409, admissions.discounts-exceeded"
    })
    void answersRefusalsOfARequest(AdmissionsProblem problem, int status, String code) {
        given(discounts.request(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.post(STUDENT, REQUEST, BODY);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
