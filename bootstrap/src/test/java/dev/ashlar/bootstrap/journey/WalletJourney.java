// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From an empty wallet to a corrected one: the README's tour, and what else may happen on the way. */
@JourneyTest
class WalletJourney {
    @LocalServerPort
    private int port;

    private Api nobody;
    private Api admin;
    private Api newcomer;
    private String newcomerId;

    @BeforeEach
    void people() {
        nobody = Api.at(port);
        admin = nobody.demo("admin");
        newcomer = nobody.newcomer();
        newcomerId = newcomer.myId();
    }

    @Test
    void requestsGivesSpendsAndCorrectsTokens() {
        assertBalance(0, 0);

        var request = newcomer.post(
                        "/api/v1/wallet/allotment-requests", Map.of("tokens", 50, "reason", "To get to know a mentor"))
                .is(201)
                .json();
        assertThat(request.at("/status").asString()).isEqualTo("pending");
        var path = "/api/v1/wallet/allotment-requests/" + request.at("/id").asString();

        newcomer.postOnce(path + "/approve", Map.of()).isProblem(403, "auth.forbidden");
        newcomer.post("/api/v1/wallet/allotment-requests", Map.of("tokens", 5, "reason", "more"))
                .isProblem(409, "wallet.allotment-pending");
        var approved = admin.postOnce(path + "/approve", Map.of("note", "Welcome"))
                .is(200)
                .json();
        assertThat(approved.at("/status").asString()).isEqualTo("approved");
        admin.postOnce(path + "/reject", Map.of()).isProblem(409, "wallet.illegal-transition");
        assertBalance(50, 50);

        var spent = adjust(-20, UUID.randomUUID().toString()).is(201).json();
        assertThat(spent.at("/balanceAfter").asLong()).isEqualTo(30);
        adjust(-31, UUID.randomUUID().toString())
                .isProblem(422, "wallet.tokens-insufficient")
                .naming("/tokens");
        assertBalance(30, 30);

        var reverse = "/api/v1/wallet-usages/" + spent.at("/id").asString() + "/reverse";
        admin.postOnce(reverse, Map.of("reason", "Mistake")).is(201);
        admin.postOnce(reverse, Map.of("reason", "Mistake")).isProblem(409, "wallet.entry-reversed");
        assertBalance(50, 50);

        assertThat(admin.get("/api/v1/wallets/reconciliation")
                        .is(200)
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void postsOneEntryForARetryAndRepeatsItsAnswer() {
        var key = UUID.randomUUID().toString();
        var first = adjust(7, key).is(201);
        var second = adjust(7, key).is(201);

        assertThat(second.json()).isEqualTo(first.json());
        adjust(8, key).isProblem(422, "request.idempotency-key-reused").naming("Idempotency-Key");
        admin.post("/api/v1/wallets/" + newcomerId + "/adjustments", Map.of("tokens", 7, "reason", "gift"))
                .isProblem(400, "request.idempotency-key-required");
        assertBalance(7, 7);
    }

    @Test
    void acceptsARefusedRequestUnderTheSameKeyOnceItsCauseIsCorrected() {
        var key = UUID.randomUUID().toString();
        adjust(-5, key).isProblem(422, "wallet.tokens-insufficient");
        adjust(8, UUID.randomUUID().toString()).is(201);

        assertThat(adjust(-5, key).is(201).json().at("/balanceAfter").asLong()).isEqualTo(3);
    }

    @Test
    void readsTheLedgerInPagesAndAsCsv() {
        for (int i = 1; i <= 5; i++) {
            adjust(i, UUID.randomUUID().toString()).is(201);
        }

        var seen = new ArrayList<Long>();
        var page = newcomer.get("/api/v1/wallet/usages?limit=2&count=true").is(200);
        assertThat(page.json().at("/total").asLong()).isEqualTo(5);
        assertThat(page.header("Link")).contains("rel=\"next\"").contains("limit=2");
        while (true) {
            page.json().at("/items").forEach(item -> seen.add(item.at("/seq").asLong()));
            JsonNode next = page.json().at("/nextCursor");
            if (next.isNull()) {
                break;
            }
            page = newcomer.get("/api/v1/wallet/usages?limit=2&cursor=" + next.asString())
                    .is(200);
        }
        assertThat(seen).containsExactly(5L, 4L, 3L, 2L, 1L);

        var csv = newcomer.get("/api/v1/wallet/statement.csv").is(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(6).first().isEqualTo("seq,time,type,tokens,balance,reason");
        assertThat(csv.text().lines().skip(5))
                .singleElement()
                .asString()
                .startsWith("5,")
                .endsWith(",adjustment,5,15,\"gift\"");

        var first = newcomer.get("/api/v1/wallet/usages?limit=1")
                .json()
                .at("/items/0/createdAt")
                .asString();
        assertThat(newcomer.get("/api/v1/wallet/balance?at=" + first)
                        .is(200)
                        .json()
                        .at("/balance")
                        .asLong())
                .isEqualTo(15);
        assertThat(newcomer.get("/api/v1/wallet/balance?at=2020-01-01T00:00:00Z")
                        .json()
                        .at("/balance")
                        .asLong())
                .isZero();
        assertThat(newcomer.get("/api/v1/wallet/usages?type=purchase")
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
        newcomer.get("/api/v1/wallet/usages?type=theft")
                .isProblem(400, "request.invalid")
                .naming("type");
    }

    @Test
    void refusesOtherWalletsToAllButAdministrators() {
        var other = nobody.demo("student");
        other.get("/api/v1/wallets/" + newcomerId).isProblem(403, "auth.forbidden");
        other.get("/api/v1/wallets/reconciliation").isProblem(403, "auth.forbidden");
        other.postOnce("/api/v1/wallets/" + newcomerId + "/adjustments", Map.of("tokens", 1, "reason", "mine"))
                .isProblem(403, "auth.forbidden");
        other.postOnce("/api/v1/wallet-usages/" + UUID.randomUUID() + "/reverse", Map.of("reason", "mine"))
                .isProblem(403, "auth.forbidden");
        other.post("/api/v1/wallet/allotment-requests", Map.of("userId", newcomerId, "tokens", 1, "reason", "for them"))
                .isProblem(403, "auth.forbidden");
        nobody.get("/api/v1/wallet").isProblem(401, "auth.unauthenticated");

        admin.get("/api/v1/wallets/" + UUID.randomUUID()).isProblem(404, "wallet.wallet-not-found");
        admin.postOnce("/api/v1/wallet-usages/" + UUID.randomUUID() + "/reverse", Map.of("reason", "lost"))
                .isProblem(404, "wallet.entry-not-found");
    }

    private Api.Answer adjust(long tokens, String key) {
        return admin.post(
                "/api/v1/wallets/" + newcomerId + "/adjustments",
                Map.of("tokens", tokens, "reason", "gift"),
                "Idempotency-Key",
                key);
    }

    private void assertBalance(long balance, long available) {
        var wallet = newcomer.get("/api/v1/wallet").is(200).json();
        assertThat(wallet.at("/balance").asLong()).isEqualTo(balance);
        assertThat(wallet.at("/available").asLong()).isEqualTo(available);
    }
}
