// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Purchases.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.sandbox.SandboxGateway;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Gateway that says what nobody expects: it changes its mind, returns money, or says nothing at all. */
@JourneyTest
class GatewayMessagesJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private PaymentWorkflow payments;

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
    void aSecondAttemptOfTheBuyerPaysAFailedOrder() {
        var id = idOf(purchases.order(1));

        assertThat(purchases.pay(id, "tok_secure").is(200).json().at("/status").asString())
                .isEqualTo("declined");

        await().until(() -> purchases.balance() == 100);
        assertOrder(id, "paid");
        assertThat(purchases.payment(id).at("/status").asString()).isEqualTo("captured");
    }

    @Test
    void moneyThatTheGatewayReturnsRefundsTheOrder() {
        var id = idOf(purchases.order(1));

        assertThat(purchases
                        .pay(id, "tok_returned")
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("captured");

        await().until(() -> purchases.statusOf(id).equals("refunded"));
        await().until(() -> purchases.balance() == 0);
        assertThat(purchases.payment(id).at("/status").asString()).isEqualTo("refunded");
    }

    @Test
    void returnedMoneyOfSpentTokensNeedsADecision() {
        var id = idOf(purchases.order(1));
        var payment = purchases.pay(id, "tok_approve").is(200).json();
        await().until(() -> purchases.balance() == 100);
        admin.postOnce("/api/v1/wallets/" + buyer.myId() + "/adjustments", Map.of("tokens", -60, "reason", "spent"))
                .is(201);
        nobody.webhook(message(payment, "refunded", "25.00")).is(204);
        assertOrder(id, "paid");
        buyer.get("/api/v1/payments/attention").isProblem(403, "auth.forbidden");
        var found = caseOf(payment);
        assertThat(found.at("/attention").asString()).isEqualTo("money_returned");
        assertThat(found.at("/actions").valueStream().map(JsonNode::asString)).containsExactly("accept", "refund");

        admin.postOnce("/api/v1/payments/attention/" + keyOf(payment) + "/accept", Map.of("reason", "A gift"))
                .is(200);

        assertOrder(id, "paid");
        assertThat(caseOf(payment).isMissingNode()).isTrue();
    }

    @Test
    @Tag("exhaustive")
    void anExpiredOrderKeepsNoStockThoughTheGatewayIsSilent() {
        long before = purchases.available();
        var id = idOf(purchases.order(1));
        gateway.fallSilent(true);
        try {
            var payment = purchases.pay(id, "tok_approve").is(202).json();
            psql.sql("UPDATE commerce.orders SET expires_at = now() WHERE id = ?::uuid")
                    .param(id)
                    .update();
            psql.sql("UPDATE commerce.payments SET due_at = now() WHERE id = ?::uuid")
                    .param(keyOf(payment))
                    .update();

            while (payments.reconcile() > 0) {}

            assertOrder(id, "failed");
            assertThat(purchases.available()).isEqualTo(before);
            assertThat(caseOf(payment).at("/attention").asString()).isEqualTo("outcome_missing");
            gateway.fallSilent(false);
            Purchases.awaitGateway(nobody);
            var asked = admin.post("/api/v1/payments/attention/" + keyOf(payment) + "/retry", Map.of());
            assertThat(asked.is(200).json().at("/status").asString()).isEqualTo("declined");
        } finally {
            gateway.fallSilent(false);
        }
    }

    @Test
    void webhooksMayContainWhatAshlarDoesNotKnow() {
        var id = idOf(purchases.order(1));
        var payment = purchases.pay(id, "tok_hangs").is(202).json();
        var captured = new HashMap<>(message(payment, "captured", "25.00"));
        captured.put("livemode", false);
        var unknown = message(payment, "under_observation", "25.00");
        var foreign = new HashMap<>(captured);
        foreign.put("paymentId", "another-shop-4711");

        nobody.webhook(foreign).is(204);
        nobody.webhook(unknown).is(204);
        assertOrder(id, "pending");
        nobody.webhook(captured).is(204);
        assertOrder(id, "paid");
    }

    private Map<String, Object> message(JsonNode payment, String status, String amount) {
        return Map.of(
                "eventId",
                "evt-" + status + keyOf(payment),
                "paymentId",
                keyOf(payment),
                "externalId",
                "ch-" + keyOf(payment),
                "status",
                status,
                "amount",
                Map.of("amount", amount, "currency", "EUR"));
    }

    /** Returns the attention case of a payment; a missing node if there is none. */
    private JsonNode caseOf(JsonNode payment) {
        return admin.get("/api/v1/payments/attention?limit=100")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(row -> row.at("/id").equals(payment.at("/id")))
                .findAny()
                .orElse(MissingNode.getInstance());
    }

    private void assertOrder(String id, String status) {
        assertThat(purchases.statusOf(id)).isEqualTo(status);
    }

    private static String keyOf(JsonNode payment) {
        return payment.at("/id").asString();
    }
}
