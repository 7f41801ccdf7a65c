// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests that provoke every documented problem of commerce. */
final class CommerceProvocations implements ContextProvocations {
    private static final String PRODUCTS = "/api/v1/products";
    private static final String ORDERS = "/api/v1/orders";
    private static final String CREATE = "POST " + PRODUCTS;
    private static final String EDIT = "PATCH " + PRODUCTS + "/{id}";
    private static final String PLACE = "POST " + ORDERS;
    private static final String PAY = "POST " + ORDERS + "/{id}/pay";
    private static final String CANCEL = "POST " + ORDERS + "/{id}/cancel";
    private static final String REFUND = "POST " + ORDERS + "/{id}/refund";
    private static final String WEBHOOK = "POST /api/v1/payments/webhooks/{provider}";

    private final Api nobody;
    private final Api admin;
    private final Api student;
    private final FreshDatabase.Switch databases;

    CommerceProvocations(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
        this.databases = stage.databases();
    }

    @Override
    public void addTo(Provocations all) {
        addProducts(all);
        addOrders(all);
        addPayments(all);
        addRefunds(all);
        addWebhooks(all);
        new PaymentProvocations(this, nobody, admin, student).addTo(all);
    }

    private void addProducts(Provocations all) {
        all.addForAdministrators(student, CREATE, EDIT)
                .addExamples(admin, "commerce.product-not-found", "GET " + PRODUCTS + "/{id}", EDIT)
                .add(CREATE, "commerce.sku-taken", () -> {
                    product("taken", "EUR", 1);
                    return create("taken", "EUR", 1);
                })
                .add(EDIT, "request.stale-version", () -> edit(newProduct(1), 7, 1))
                .add(EDIT, "commerce.stock-insufficient", () -> {
                    var product = newProduct(1);
                    place(student, product).is(201);
                    return edit(product, 0, 0);
                });
    }

    private void addOrders(Provocations all) {
        all.addExamples(student, "commerce.product-not-found", PLACE)
                .add(PLACE, "commerce.stock-insufficient", () -> place(student, newProduct(0)))
                .add(
                        PLACE,
                        "commerce.currency-mismatch",
                        () -> place(
                                student,
                                newProduct(1),
                                product(UUID.randomUUID().toString().substring(0, 8), "USD", 1)))
                .add(PLACE, "commerce.unpaid-orders-exceeded", () -> {
                    var buyer = nobody.newcomer();
                    for (int unpaid = 0; unpaid < Placement.MAX_UNPAID; unpaid++) {
                        newOrder(buyer);
                    }
                    return place(buyer, newProduct(1));
                })
                .add(PLACE, "request.idempotency-key-reused", () -> {
                    var key = UUID.randomUUID().toString();
                    student.post(ORDERS, items(newProduct(1)), "Idempotency-Key", key)
                            .is(201);
                    return student.post(ORDERS, items(newProduct(1)), "Idempotency-Key", key);
                })
                .addExamples(student, "commerce.order-not-found", "GET " + ORDERS + "/{id}", PAY, CANCEL)
                .add(CANCEL, "commerce.illegal-transition", () -> {
                    var order = newOrder(student);
                    act(student, order, "cancel", Map.of()).is(200);
                    return act(student, order, "cancel", Map.of());
                })
                .add(CANCEL, "commerce.payment-pending", () -> act(student, hangingOrder(), "cancel", Map.of()))
                .add(CANCEL, "request.idempotency-key-reused", () -> {
                    var key = UUID.randomUUID().toString();
                    student.send("POST", ORDERS + "/" + newOrder(student) + "/cancel", null, "Idempotency-Key", key)
                            .is(200);
                    return student.send(
                            "POST", ORDERS + "/" + newOrder(student) + "/cancel", null, "Idempotency-Key", key);
                });
    }

    private void addPayments(Provocations all) {
        all.add(PAY, "commerce.illegal-transition", () -> {
                    var order = newOrder(student);
                    pay(order, "tok_declined").is(200);
                    return pay(order, "tok_approve");
                })
                .add(PAY, "commerce.order-expired", () -> {
                    var order = newOrder(student);
                    execute("UPDATE commerce.orders SET expires_at = now() WHERE id = '" + order + "'");
                    return pay(order, "tok_approve");
                })
                .add(PAY, "commerce.payment-pending", () -> pay(hangingOrder(), "tok_approve"))
                .add(PAY, "request.idempotency-key-reused", () -> {
                    var path = ORDERS + "/" + newOrder(student) + "/pay";
                    var key = UUID.randomUUID().toString();
                    student.post(path, Map.of("source", "tok_declined"), "Idempotency-Key", key)
                            .is(200);
                    return student.post(path, Map.of("source", "tok_approve"), "Idempotency-Key", key);
                });
    }

    private void addRefunds(Provocations all) {
        all.addForAdministrators(student, REFUND)
                .addExamples(admin, "commerce.order-not-found", REFUND)
                .add(REFUND, "commerce.own-order", () -> refund(newOrder(admin)))
                .add(REFUND, "commerce.illegal-transition", () -> refund(newOrder(student)))
                .add(REFUND, "wallet.tokens-insufficient", () -> {
                    var buyer = nobody.newcomer();
                    var order = paidPack(buyer);
                    await().until(() ->
                            buyer.get("/api/v1/wallet").json().at("/balance").asInt() == 10);
                    admin.postOnce(
                                    "/api/v1/wallets/" + buyer.myId() + "/adjustments",
                                    Map.of("tokens", -1, "reason", "spent"))
                            .is(201);
                    return refund(order);
                })
                .add(REFUND, "request.idempotency-key-reused", () -> {
                    var order = newOrder(student);
                    pay(order, "tok_approve").is(200);
                    var path = ORDERS + "/" + order + "/refund";
                    var key = UUID.randomUUID().toString();
                    admin.post(path, Map.of("reason", "One"), "Idempotency-Key", key)
                            .is(200);
                    return admin.post(path, Map.of("reason", "Another"), "Idempotency-Key", key);
                });
    }

    private void addWebhooks(Provocations all) {
        all.add(
                WEBHOOK,
                "commerce.signature-invalid",
                () -> nobody.post(
                        "/api/v1/payments/webhooks/sandbox", Map.of(), "X-Signature", "t=1,v1=" + "0".repeat(64)));
    }

    /** Places and pays the buyer's order of a pack of 10 tokens. */
    String paidPack(Api buyer) {
        var sku = UUID.randomUUID().toString().substring(0, 8);
        var pack = admin.post(
                        PRODUCTS,
                        Map.of(
                                "sku",
                                sku,
                                "name",
                                "Ten tokens",
                                "kind",
                                "token_pack",
                                "tokenAmount",
                                10,
                                "price",
                                Map.of("amount", "2.50", "currency", "EUR"),
                                "stock",
                                1))
                .is(201)
                .json()
                .at("/id")
                .asString();
        var order = idOf(place(buyer, pack));
        act(buyer, order, "pay", Map.of("source", "tok_approve")).is(200);
        return order;
    }

    /** Places the student's order and pays it with a payment that the gateway does not answer. */
    private String hangingOrder() {
        var order = newOrder(student);
        pay(order, "tok_hangs").is(202);
        return order;
    }

    String newOrder(Api buyer) {
        return idOf(place(buyer, newProduct(1)));
    }

    private String newProduct(long stock) {
        return product(UUID.randomUUID().toString().substring(0, 8), "EUR", stock);
    }

    private String product(String sku, String currency, long stock) {
        return create(sku, currency, stock).is(201).json().at("/id").asString();
    }

    private Api.Answer create(String sku, String currency, long stock) {
        return admin.post(
                PRODUCTS,
                Map.of(
                        "sku",
                        sku,
                        "name",
                        "Something",
                        "kind",
                        "goods",
                        "price",
                        Map.of("amount", "3.00", "currency", currency),
                        "stock",
                        stock));
    }

    private Api.Answer edit(String product, int version, long stock) {
        return admin.send(
                "PATCH", PRODUCTS + "/" + product, "{\"stock\": " + stock + "}", "If-Match", "\"" + version + "\"");
    }

    private static Api.Answer place(Api buyer, String... products) {
        return buyer.postOnce(ORDERS, items(products));
    }

    private static Map<String, Object> items(String... products) {
        return Map.of(
                "items",
                List.of(products).stream()
                        .map(product -> Map.of("productId", product, "quantity", 1))
                        .toList());
    }

    private Api.Answer pay(String order, String source) {
        return act(student, order, "pay", Map.of("source", source));
    }

    private Api.Answer refund(String order) {
        return act(admin, order, "refund", Map.of("reason", "Broken promise"));
    }

    static Api.Answer act(Api person, String order, String action, Map<String, String> body) {
        return person.postOnce(ORDERS + "/" + order + "/" + action, body);
    }

    void execute(String sql) {
        try (var connection = databases.database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String idOf(Api.Answer order) {
        return order.is(201).json().at("/order/id").asString();
    }
}
