// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of commerce that succeed. */
final class CommerceSuccesses implements ContextSuccesses {
    private static final String PRODUCTS = "/api/v1/products";
    private static final String ORDERS = "/api/v1/orders";
    private static final String CASE = "/api/v1/payments/attention/{id}";

    private final Api nobody;
    private final Api admin;
    private final JdbcClient psql;

    CommerceSuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
        this.psql = stage.databases().database().psql();
    }

    @Override
    public void addTo(Successes all) {
        all.add("POST " + PRODUCTS, () -> by(admin).with("/sku", Campus.code()))
                .add("GET " + PRODUCTS + "/{id}", () -> by(nobody.newcomer(), new Buyer(nobody).pack()))
                .add("PATCH " + PRODUCTS + "/{id}", () -> by(admin, product()))
                .add("POST " + ORDERS, () -> {
                    var buyer = new Buyer(nobody);
                    return by(buyer.api).with("/items/0/productId", buyer.pack());
                })
                .add("GET " + ORDERS + "/{id}", this::ofOrder)
                .add("POST " + ORDERS + "/{id}/pay", this::ofOrder)
                .add("POST " + ORDERS + "/{id}/cancel", this::ofOrder)
                .add("POST " + ORDERS + "/{id}/refund", () -> {
                    var buyer = new Buyer(nobody);
                    buyer.pay("tok_approve").is(200);
                    return by(admin, buyer.order);
                })
                .add("POST /api/v1/payments/webhooks/{provider}", () -> by(nobody, "sandbox"));
        all.add("POST " + CASE + "/retry", () -> by(admin, givenUp()));
        for (var decision : new String[] {"accept", "refund"}) {
            all.add("POST " + CASE + "/" + decision, () -> by(admin, undecided()));
        }
    }

    /** A payment without an answer of the gateway that the jobs have given up. */
    private String givenUp() {
        var buyer = new Buyer(nobody);
        buyer.pay("tok_hangs").is(202);
        return psql.sql("""
                        UPDATE commerce.payments SET attention = 'outcome_missing', due_at = NULL
                        WHERE order_id = ?::uuid
                        RETURNING id::text""").param(buyer.order).query(String.class).single();
    }

    private Success ofOrder() {
        var buyer = new Buyer(nobody);
        return by(buyer.api, buyer.order);
    }

    private String product() {
        var product = Map.of(
                "sku", Campus.code(), "name", "Something", "kind", "goods", "price", Campus.price("3.00"), "stock", 1);
        return Mentoring.id(admin.post(PRODUCTS, product).is(201));
    }

    /** A declined payment that the gateway captures afterwards, with another amount. */
    private String undecided() {
        var buyer = new Buyer(nobody);
        buyer.pay("tok_declined").is(200);
        var payment = buyer.api
                .get(ORDERS + "/" + buyer.order)
                .is(200)
                .json()
                .at("/payment/id")
                .asString();
        nobody.webhook(Map.of(
                        "eventId",
                        "evt-" + payment,
                        "paymentId",
                        payment,
                        "externalId",
                        "ch-" + payment,
                        "status",
                        "captured",
                        "amount",
                        Campus.price("0.01")))
                .is(204);
        return payment;
    }
}
