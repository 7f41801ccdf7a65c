// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Purchases of packs of a hundred tokens by one buyer. */
final class Purchases {
    final Api buyer;
    final String pack;

    Purchases(Api buyer) {
        this.buyer = buyer;
        this.pack = buyer.get("/api/v1/products?kind=token_pack&limit=100")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(product -> product.at("/sku").asString().equals("tokens-100"))
                .findAny()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    /**
     * Waits until the gateway's breaker is closed. Silences of the gateway in other stories open it for five seconds; three answers in a row
     * close it.
     */
    static void awaitGateway(Api nobody) {
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Stream.generate(() -> new Buyer(nobody))
                        .limit(3)
                        .allMatch(buyer -> buyer.pay("tok_approve").status() == 200));
    }

    JsonNode order(int quantity) {
        return buyer.postOnce(
                        "/api/v1/orders", Map.of("items", List.of(Map.of("productId", pack, "quantity", quantity))))
                .is(201)
                .json();
    }

    /** Pays under a new key. */
    Api.Answer pay(String order, String source) {
        return buyer.postOnce("/api/v1/orders/" + order + "/pay", Map.of("source", source));
    }

    JsonNode payment(String order) {
        return buyer.get("/api/v1/orders/" + order).is(200).json().at("/payment");
    }

    String statusOf(String order) {
        return buyer.get("/api/v1/orders/" + order)
                .is(200)
                .json()
                .at("/order/status")
                .asString();
    }

    long available() {
        return buyer.get("/api/v1/products/" + pack)
                .is(200)
                .json()
                .at("/available")
                .asLong();
    }

    long balance() {
        return buyer.get("/api/v1/wallet").is(200).json().at("/balance").asLong();
    }

    static String idOf(JsonNode order) {
        return order.at("/order/id").asString();
    }
}
