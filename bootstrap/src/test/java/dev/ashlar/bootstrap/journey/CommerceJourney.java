// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Purchases.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.sandbox.SandboxGateway;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Purchase of tokens at a gateway that repeats, delays and loses messages. */
@JourneyTest
class CommerceJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private PaymentWorkflow payments;

    @Autowired
    private OrderService orders;

    @Autowired
    private SandboxGateway gateway;

    private Api nobody;
    private Api admin;
    private Api buyer;
    private JdbcClient psql;
    private Purchases purchases;

    @BeforeEach
    void logIn() {
        nobody = Api.at(port);
        Purchases.awaitGateway(nobody);
        admin = nobody.demo("admin");
        buyer = nobody.newcomer();
        psql = databases.database().psql();
        purchases = new Purchases(buyer);
    }

    @Test
    void aPaidOrderIsCreditedOnce() {
        var order = purchases.order(2);
        assertThat(order.at("/order/total/amount").asString()).isEqualTo("50.00");
        var id = idOf(order);

        var payment = purchases.pay(id, "tok_approve").is(200).json();

        assertThat(payment.at("/status").asString()).isEqualTo("captured");
        assertOrder(id, "paid");
        await().until(() -> purchases.balance() == 200);
        await("each of the gateway's messages").until(() -> messages(payment) == 2);
        assertThat(purchases.balance()).isEqualTo(200);
        assertThat(buyer.get("/api/v1/wallet/usages")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("Order " + order.at("/order/orderNo").asString());
        await().until(() -> admin.get("/api/v1/operations/events")
                .is(200)
                .json()
                .at("/items")
                .isEmpty());
    }

    @Test
    void aDeclinedPaymentFailsTheOrderAndReleasesItsItems() {
        long before = purchases.available();
        var id = idOf(purchases.order(1));
        assertThat(purchases.available()).isEqualTo(before - 1);

        var payment = purchases.pay(id, "tok_declined").is(200).json();

        assertThat(payment.at("/status").asString()).isEqualTo("declined");
        assertThat(payment.at("/reason").asString()).isEqualTo("insufficient funds");
        assertOrder(id, "failed");
        assertThat(purchases.available()).isEqualTo(before);
        assertThat(purchases.balance()).isZero();
        purchases.pay(id, "tok_approve").isProblem(409, "commerce.illegal-transition");
    }

    @Test
    void aRefundReversesTheTokensAndReturnsTheMoney() {
        var id = idOf(purchases.order(1));
        purchases.pay(id, "tok_approve").is(200);
        await().until(() -> purchases.balance() == 100);

        buyer.postOnce("/api/v1/orders/" + id + "/refund", Map.of("reason", "Mine"))
                .isProblem(403, "auth.forbidden");
        var refunded = admin.postOnce("/api/v1/orders/" + id + "/refund", Map.of("reason", "Broken promise"))
                .is(200)
                .json();

        assertThat(refunded.at("/order/status").asString()).isEqualTo("refunded");
        assertThat(purchases.balance()).isZero();
        await("the money")
                .until(() -> purchases.payment(id).at("/status").asString().equals("refunded"));
        assertThat(gateway.payments()
                        .find(purchases.payment(id).at("/id").asString())
                        .orElseThrow()
                        .status())
                .isEqualTo("refunded");
    }

    @Test
    void aWebhookSettlesAPaymentWhoseAnswerIsLate() {
        var id = idOf(purchases.order(1));

        // 202, or 200 if the webhook was faster than the timeout.
        assertThat(purchases.pay(id, "tok_late").json().at("/status").asString())
                .isIn("pending", "captured");

        await().until(() -> purchases.balance() == 100);
        assertOrder(id, "paid");
    }

    @Test
    void reconciliationSettlesALostPayment() {
        var id = idOf(purchases.order(1));
        gateway.fallSilent(true);
        try {
            purchases.pay(id, "tok_approve").is(202);
            buyer.postOnce("/api/v1/orders/" + id + "/cancel", Map.of());
            assertOrder(id, "pending");
        } finally {
            gateway.fallSilent(false);
        }
        Purchases.awaitGateway(nobody);
        psql.sql("UPDATE commerce.payments SET due_at = due_at - interval '2 minutes'")
                .update();

        while (payments.reconcile() > 0) {}

        assertOrder(id, "failed");
        assertThat(purchases.payment(id).at("/reason").asString()).isEqualTo("cancelled before it was charged");
    }

    @Test
    void aForgedWebhookIsRefused() {
        var id = idOf(purchases.order(1));
        var payment = purchases.pay(id, "tok_hangs").is(202).json();
        var forged = Map.of(
                "eventId", "evt-forged",
                "paymentId", payment.at("/id").asString(),
                "externalId", "ch-forged",
                "status", "captured",
                "amount", Map.of("amount", "25.00", "currency", "EUR"));

        nobody.post("/api/v1/payments/webhooks/sandbox", forged, "X-Signature", "t=1,v1=" + "0".repeat(64))
                .isProblem(403, "commerce.signature-invalid");
        assertOrder(id, "pending");

        nobody.webhook(forged).is(204);
        nobody.webhook(forged).is(204);
        assertOrder(id, "paid");
        await().until(() -> purchases.balance() == 100);
    }

    @Test
    void anUnpaidOrderExpiresAndReleasesItsItems() {
        long before = purchases.available();
        var id = idOf(purchases.order(3));
        psql.sql("UPDATE commerce.orders SET expires_at = now() WHERE id = ?::uuid")
                .param(id)
                .update();

        purchases.pay(id, "tok_approve").isProblem(409, "commerce.order-expired");
        assertThat(orders.expireOrders()).isPositive();

        assertOrder(id, "cancelled");
        assertThat(purchases.available()).isEqualTo(before);
    }

    @Test
    void aRetryPlacesOneOrderAndOnePayment() {
        var key = UUID.randomUUID().toString();
        var items = Map.of("items", List.of(Map.of("productId", purchases.pack, "quantity", 1)));
        var first = buyer.post("/api/v1/orders", items, "Idempotency-Key", key).is(201);
        var second = buyer.post("/api/v1/orders", items, "Idempotency-Key", key).is(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo("/api/v1/orders/" + idOf(first.json()));

        var pay = "/api/v1/orders/" + idOf(first.json()) + "/pay";
        var paid = buyer.post(pay, Map.of("source", "tok_approve"), "Idempotency-Key", key)
                .is(200);
        assertThat(buyer.post(pay, Map.of("source", "tok_approve"), "Idempotency-Key", key)
                        .is(200)
                        .json())
                .isEqualTo(paid.json());
        await().until(() -> purchases.balance() == 100);
    }

    @Test
    void administratorsManageProductsAndOthersReadThem() {
        var created = admin.post(
                        "/api/v1/products",
                        Map.of(
                                "sku", "chisel",
                                "name", "Chisel",
                                "kind", "goods",
                                "price", Map.of("amount", "7.50", "currency", "EUR"),
                                "stock", 3))
                .is(201);
        var path = created.header("Location");
        buyer.send("PATCH", path, "{\"stock\": 5}", "If-Match", "\"0\"").isProblem(403, "auth.forbidden");
        admin.send("PATCH", path, "{\"stock\": 5}", "If-Match", created.header("ETag"))
                .is(200);
        admin.send("PATCH", path, "{\"stock\": 6}", "If-Match", created.header("ETag"))
                .isProblem(412, "request.stale-version");
        assertThat(buyer.get(path).is(200).json().at("/stock").asInt()).isEqualTo(5);
        nobody.demo("student")
                .get("/api/v1/orders/" + idOf(purchases.order(1)))
                .isProblem(404, "commerce.order-not-found");
    }

    private long messages(JsonNode payment) {
        return psql.sql("SELECT count(*) FROM commerce.payment_events WHERE payment_id = ?::uuid")
                .param(payment.at("/id").asString())
                .query(Long.class)
                .single();
    }

    private void assertOrder(String id, String status) {
        assertThat(purchases.statusOf(id)).isEqualTo(status);
    }
}
