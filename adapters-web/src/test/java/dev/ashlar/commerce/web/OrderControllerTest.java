// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import static dev.ashlar.commerce.web.Buyers.ADMIN;
import static dev.ashlar.commerce.web.Buyers.ORDER;
import static dev.ashlar.commerce.web.Buyers.PRODUCT;
import static dev.ashlar.commerce.web.Buyers.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.OrderStatus;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CommerceServer
class OrderControllerTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String ONE = ORDERS + "/" + ORDER.value();
    private static final String NEW = "{\"items\": [{\"productId\": \"" + PRODUCT.value() + "\", \"quantity\": 1}]}";
    private static final String SOURCE = "{\"source\": \"tok_approve\"}";
    private static final String REASON = "{\"reason\": \"Broken promise\"}";
    private static final String JSON = """
            {"order": {"id": "019a0000-0000-7000-8000-0000000000d1", "orderNo": "7Q2M-9XD4-T1BK",
              "userId": "019a0000-0000-7000-8000-000000000001", "status": "pending",
              "total": {"amount": "25.00", "currency": "EUR"}, "expiresAt": "2026-11-20T10:15:30Z",
              "createdAt": "2026-11-20T10:15:30Z"},
             "items": [{"productId": "019a0000-0000-7000-8000-0000000000c1", "quantity": 1,
              "unitPrice": {"amount": "25.00", "currency": "EUR"}, "unitTokens": 100}],
             "payment": null}""";

    @Autowired
    private Buyers people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private OrderService orders;

    @Autowired
    private PaymentWorkflow payments;

    @Autowired
    private RefundService refunds;

    @Test
    void placesOneOrderForAKey() {
        given(orders.place(STUDENT, List.of(new Wanted(PRODUCT, 1)), "place"))
                .willReturn(Buyers.order(OrderStatus.PENDING));
        var first = people.send(STUDENT, "POST", ORDERS, NEW, "Idempotency-Key", "place");
        var retried = people.send(STUDENT, "POST", ORDERS, NEW, "Idempotency-Key", "place");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json()).isEqualTo(json.readTree(JSON));
        assertThat(first.header("Location")).isEqualTo(ONE);
        assertThat(retried.text()).isEqualTo(first.text());
        assertThat(retried.header("Location")).isEqualTo(ONE);
        then(orders).should(times(1)).place(any(), any(), any());
        var reused = people.send(STUDENT, "POST", ORDERS, NEW.replace("1}", "2}"), "Idempotency-Key", "place");
        assertThat(reused.code()).isEqualTo("request.idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                       | /items
            {"items": []}                                            | /items
            {"items": [null]}                                        | /items/0
            {"items": [{"quantity": 1}]}                             | /items/0/productId
            {"items": [{"productId": "1", "quantity": 1}]}           | /items/0/productId
            {"items": [{"productId": "019a0000-0000-7000-8000-0000000000c1"}]} | /items/0/quantity
            {"items": [{"productId": "019a0000-0000-7000-8000-0000000000c1", "quantity": 0}]} | /items/0/quantity
            {"items": [{"productId": "019a0000-0000-7000-8000-0000000000c1", "quantity": 1001}]} | /items/0/quantity
            {"items": [], "total": "0.01"}                           | /total
            """)
    void refusesMalformedOrdersWithAPointer(String body, String pointer) {
        var answer = people.postOnce(STUDENT, ORDERS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCT_NOT_FOUND, 404, commerce.product-not-found",
        "STOCK_INSUFFICIENT, 409, commerce.stock-insufficient",
        "CURRENCY_MISMATCH, 422, commerce.currency-mismatch"
    })
    void answersRefusalsOfAnOrder(CommerceProblem problem, int status, String code) {
        given(orders.place(any(), any(), any())).willThrow(problem.because("No."));
        assertRefused(people.postOnce(STUDENT, ORDERS, NEW), status, code);
    }

    @Test
    void listsOrdersAndReturnsOne() {
        var order = Buyers.order(OrderStatus.PENDING);
        given(orders.list(STUDENT, OrderStatus.PENDING, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(order.order()), null));
        given(orders.get(STUDENT, ORDER)).willReturn(order);
        given(orders.count(STUDENT, OrderStatus.PENDING)).willReturn(1L);

        var list = people.get(STUDENT, ORDERS + "?status=pending&limit=1&count=true");
        assertThat(list.json().at("/items/0")).isEqualTo(json.readTree(JSON).at("/order"));
        assertThat(list.json().at("/total").asInt()).isEqualTo(1);
        assertThat(people.get(STUDENT, ONE).json()).isEqualTo(json.readTree(JSON));
        assertThat(people.get(STUDENT, ORDERS + "?status=open").status()).isEqualTo(400);
        assertThat(people.get(STUDENT, ORDERS + "?cursor=x").code()).isEqualTo("request.invalid-cursor");
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CAPTURED", "DECLINED"})
    void paysAnOrderAndReturnsThePayment(PaymentStatus status) {
        given(payments.pay(eq(STUDENT), eq(ORDER), eq("tok_approve"), any())).willReturn(Buyers.payment(status));
        var answer = people.postOnce(STUDENT, ONE + "/pay", SOURCE);
        assertThat(answer.status()).isEqualTo(status == PaymentStatus.PENDING ? 202 : 200);
        assertThat(answer.json())
                .isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000e1", "orderId": "019a0000-0000-7000-8000-0000000000d1",
                 "status": "%s", "amount": {"amount": "25.00", "currency": "EUR"}, "reason": null,
                 "createdAt": "2026-11-20T10:15:30Z"}""".formatted(status.name().toLowerCase(java.util.Locale.ROOT))));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_NOT_FOUND, 404, commerce.order-not-found",
        "ILLEGAL_TRANSITION, 409, commerce.illegal-transition",
        "ORDER_EXPIRED, 409, commerce.order-expired",
        "PAYMENT_PENDING, 409, commerce.payment-pending"
    })
    void answersRefusalsOfPayingAndCancelling(CommerceProblem problem, int status, String code) {
        given(payments.pay(any(), any(), any(), any())).willThrow(problem.because("No."));
        given(orders.cancel(any(), any())).willThrow(problem.because("No."));
        given(orders.get(any(), any())).willThrow(problem.because("No."));
        assertRefused(people.postOnce(STUDENT, ONE + "/pay", SOURCE), status, code);
        assertRefused(people.postOnce(STUDENT, ONE + "/cancel", null), status, code);
        assertRefused(people.get(STUDENT, ONE), status, code);
    }

    @Test
    void cancelsAnOrder() {
        given(orders.cancel(STUDENT, ORDER)).willReturn(Buyers.order(OrderStatus.CANCELLED));
        var answer = people.postOnce(STUDENT, ONE + "/cancel", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/order/status").asString()).isEqualTo("cancelled");
    }

    @Test
    void refundsAnOrder() {
        given(refunds.refund(ADMIN, ORDER, "Broken promise")).willReturn(Buyers.order(OrderStatus.REFUNDED));
        var answer = people.postOnce(ADMIN, ONE + "/refund", REASON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/order/status").asString()).isEqualTo("refunded");
        assertThat(people.postOnce(ADMIN, ONE + "/refund", "{\"reason\": \" \"}")
                        .error())
                .startsWith("/reason: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_ORDER, 403, commerce.own-order",
        "ORDER_NOT_FOUND, 404, commerce.order-not-found",
        "ILLEGAL_TRANSITION, 409, commerce.illegal-transition"
    })
    void answersRefusalsOfARefund(CommerceProblem problem, int status, String code) {
        given(refunds.refund(any(), any(), any())).willThrow(problem.because("No."));
        assertRefused(people.postOnce(ADMIN, ONE + "/refund", REASON), status, code);
    }

    @Test
    void refusesARefundOfSpentTokensAndByNonAdministrators() {
        willThrow(WalletProblem.TOKENS_INSUFFICIENT.because("No."))
                .given(refunds)
                .refund(any(), any(), any());
        assertRefused(people.postOnce(ADMIN, ONE + "/refund", REASON), 422, "wallet.tokens-insufficient");
        willThrow(KernelProblem.FORBIDDEN.because("No.")).given(refunds).refund(any(), any(), any());
        assertRefused(people.postOnce(STUDENT, ONE + "/refund", REASON), 403, "auth.forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/019a0000-0000-7000-8000-0000000000d1/pay", "/019a0000-0000-7000-8000-0000000000d1/refund"})
    void postsRequireAnIdempotencyKeyAndAToken(String path) {
        var body = path.isEmpty() ? NEW : path.endsWith("pay") ? SOURCE : REASON;
        assertThat(people.send(ADMIN, "POST", ORDERS + path, body).code())
                .isEqualTo("request.idempotency-key-required");
        assertThat(client.send("POST", ORDERS + path, body).status()).isEqualTo(401);
    }

    private static void assertRefused(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
