// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests that provoke the problems of decisions about payments. */
final class PaymentProvocations {
    private static final String ORDERS = "/api/v1/orders";
    private static final String PAYMENTS = "/api/v1/payments";
    private static final String ACCEPT = "POST " + PAYMENTS + "/attention/{id}/accept";
    private static final String RETURN = "POST " + PAYMENTS + "/attention/{id}/refund";
    private static final String RETRY = "POST " + PAYMENTS + "/attention/{id}/retry";

    private final CommerceProvocations shop;
    private final Api nobody;
    private final Api admin;
    private final Api student;

    PaymentProvocations(CommerceProvocations shop, Api nobody, Api admin, Api student) {
        this.shop = shop;
        this.nobody = nobody;
        this.admin = admin;
        this.student = student;
    }

    void addTo(Provocations all) {
        all.addForAdministrators(student, "GET " + PAYMENTS + "/attention")
                .addExamples(admin, "commerce.payment-not-found", ACCEPT, RETURN, RETRY);
        for (var operation : List.of(ACCEPT, RETURN, RETRY)) {
            all.add(operation, "auth.forbidden", () -> decide(student, operation, lateOrder(student)))
                    .add(operation, "commerce.action-unavailable", () -> {
                        var order = shop.newOrder(student);
                        CommerceProvocations.act(student, order, "pay", Map.of("source", "tok_declined"))
                                .is(200);
                        return decide(admin, operation, order);
                    });
        }
        for (var operation : List.of(ACCEPT, RETURN)) {
            all.add(operation, "commerce.own-order", () -> decide(admin, operation, lateOrder(admin)))
                    .add(operation, "request.idempotency-key-reused", () -> {
                        var key = UUID.randomUUID().toString();
                        decide(admin, operation, lateOrder(student), key).is(200);
                        return decide(admin, operation, lateOrder(student), key);
                    });
        }
        all.add(ACCEPT, "commerce.stock-insufficient", () -> {
                    var order = lateOrder(student);
                    shop.execute("UPDATE commerce.products SET is_active = false WHERE id ="
                            + " (SELECT product_id FROM commerce.order_items WHERE order_id = '" + order + "')");
                    return decide(admin, ACCEPT, order);
                })
                .add(RETURN, "wallet.tokens-insufficient", () -> {
                    var buyer = nobody.newcomer();
                    var order = shop.paidPack(buyer);
                    await().until(() ->
                            buyer.get("/api/v1/wallet").json().at("/balance").asInt() == 10);
                    admin.postOnce(
                                    "/api/v1/wallets/" + buyer.myId() + "/adjustments",
                                    Map.of("tokens", -1, "reason", "spent"))
                            .is(201);
                    message(buyer, order, "refunded", "2.50").is(204);
                    return decide(admin, RETURN, order);
                });
    }

    /** Places an order whose declined payment is captured with another amount, so that an administrator has to decide. */
    private String lateOrder(Api buyer) {
        var order = shop.newOrder(buyer);
        CommerceProvocations.act(buyer, order, "pay", Map.of("source", "tok_declined"))
                .is(200);
        message(buyer, order, "captured", "0.01").is(204);
        return order;
    }

    private Api.Answer message(Api buyer, String order, String status, String amount) {
        var payment = paymentOf(buyer, order);
        return nobody.webhook(Map.of(
                "eventId",
                "evt-" + status + payment,
                "paymentId",
                payment,
                "externalId",
                "ch-" + payment,
                "status",
                status,
                "amount",
                Map.of("amount", amount, "currency", "EUR")));
    }

    private static String paymentOf(Api person, String order) {
        return person.get(ORDERS + "/" + order).is(200).json().at("/payment/id").asString();
    }

    private Api.Answer decide(Api person, String operation, String order) {
        return decide(person, operation, order, UUID.randomUUID().toString());
    }

    private Api.Answer decide(Api person, String operation, String order, String key) {
        var path = operation.replace("POST ", "").replace("{id}", paymentOf(admin, order));
        return operation.equals(RETRY)
                ? person.post(path, Map.of())
                : person.post(path, Map.of("reason", "Because"), "Idempotency-Key", key);
    }
}
