// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import static dev.ashlar.commerce.web.Buyers.ADMIN;
import static dev.ashlar.commerce.web.Buyers.PAYMENT;
import static dev.ashlar.commerce.web.Buyers.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import dev.ashlar.commerce.application.AttentionService;
import dev.ashlar.commerce.application.AttentionView;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CommerceServer
class PaymentControllerTest {
    private static final String CASES = "/api/v1/payments/attention";
    private static final String ONE = "/api/v1/payments/attention/" + PAYMENT.value();
    private static final String REASON = "{\"reason\": \"Sold out\"}";

    @Autowired
    private Buyers people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private AttentionService attention;

    @Autowired
    private PaymentWorkflow payments;

    @Test
    void listsPaymentsThatNeedAttentionWithTheirActions() {
        var row = new AttentionView(
                Buyers.payment(PaymentStatus.CAPTURED),
                "7Q2M-9XD4-T1BK",
                STUDENT.userId(),
                OrderStatus.FAILED,
                PaymentAttention.ORDER_FAILED,
                PaymentAttention.ORDER_FAILED.actions());
        given(attention.list(ADMIN, new PageRequest(1, null))).willReturn(new Page<>(List.of(row), null));

        assertThat(people.get(ADMIN, CASES + "?limit=1").json().at("/items/0")).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000e1", "orderId": "019a0000-0000-7000-8000-0000000000d1",
                 "status": "captured", "amount": {"amount": "25.00", "currency": "EUR"}, "reason": null,
                 "createdAt": "2026-11-20T10:15:30Z", "orderNo": "7Q2M-9XD4-T1BK",
                 "userId": "019a0000-0000-7000-8000-000000000001", "orderStatus": "failed",
                 "attention": "order_failed", "actions": ["accept", "refund"]}"""));
        assertThat(people.get(ADMIN, CASES + "?cursor=x").code()).isEqualTo("request.invalid-cursor");
    }

    @Test
    void acceptsOncePerKey() {
        given(attention.accept(ADMIN, PAYMENT, "Sold out")).willReturn(Buyers.order(OrderStatus.PAID));

        for (int count = 0; count < 2; count++) {
            var answer = people.send(ADMIN, "POST", ONE + "/accept", REASON, "Idempotency-Key", "accept");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/order/status").asString()).isEqualTo("paid");
        }
        then(attention).should(times(1)).accept(any(), any(), any());
    }

    @Test
    void refundsAndRetries() {
        given(attention.refund(ADMIN, PAYMENT, "Sold out")).willReturn(Buyers.order(OrderStatus.REFUNDED));
        given(payments.retry(ADMIN, PAYMENT)).willReturn(Buyers.payment(PaymentStatus.CAPTURED));

        assertThat(people.postOnce(ADMIN, ONE + "/refund", REASON)
                        .json()
                        .at("/order/status")
                        .asString())
                .isEqualTo("refunded");
        assertThat(people.send(ADMIN, "POST", ONE + "/retry", null)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("captured");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_ORDER, 403, commerce.own-order",
        "PAYMENT_NOT_FOUND, 404, commerce.payment-not-found",
        "ACTION_UNAVAILABLE, 409, commerce.action-unavailable",
        "STOCK_INSUFFICIENT, 409, commerce.stock-insufficient"
    })
    void answersRefusals(CommerceProblem problem, int status, String code) {
        given(attention.accept(any(), any(), any())).willThrow(problem.because("No."));
        given(attention.refund(any(), any(), any())).willThrow(problem.because("No."));
        given(payments.retry(any(), any())).willThrow(problem.because("No."));

        assertRefused(people.postOnce(ADMIN, ONE + "/accept", REASON), status, code);
        assertRefused(people.postOnce(ADMIN, ONE + "/refund", REASON), status, code);
        assertRefused(people.send(ADMIN, "POST", ONE + "/retry", null), status, code);
    }

    @Test
    void refusesNonAdministratorsAndRefundsOfSpentTokens() {
        given(attention.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertRefused(people.get(STUDENT, CASES), 403, "auth.forbidden");
        given(attention.refund(any(), any(), any())).willThrow(WalletProblem.TOKENS_INSUFFICIENT.because("No."));
        assertRefused(people.postOnce(ADMIN, ONE + "/refund", REASON), 422, "wallet.tokens-insufficient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accept", "/refund"})
    void decisionsRequireAReasonAKeyAndAToken(String action) {
        assertThat(people.postOnce(ADMIN, ONE + action, "{\"reason\": \" \"}").error())
                .startsWith("/reason: ");
        assertThat(people.send(ADMIN, "POST", ONE + action, REASON).code())
                .isEqualTo("request.idempotency-key-required");
        assertThat(client.send("POST", ONE + action, REASON).status()).isEqualTo(401);
    }

    private static void assertRefused(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
