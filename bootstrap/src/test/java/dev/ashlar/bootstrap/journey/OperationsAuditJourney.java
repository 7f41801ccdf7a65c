// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Administrators see who changed money, tokens and roles, and what was there before. */
@JourneyTest
class OperationsAuditJourney {
    private static final String LOG = "/api/v1/operations/audit-log";
    private static final String REQUESTS = "/api/v1/wallet/allotment-requests";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Test
    void tellsWhoDecidedAndWhatChanged() {
        var admin = Api.at(port).demo("admin");
        var student = Api.at(port).newcomer();
        var since = Instant.now();
        var request = student.post(REQUESTS, Map.of("tokens", 50, "reason", "To get to know a mentor"))
                .is(201)
                .json()
                .at("/id")
                .asString();
        student.get(LOG + "?subject=" + request).isProblem(403, "auth.forbidden");
        var approval = admin.postOnce(REQUESTS + "/" + request + "/approve", Map.of("note", "Welcome"))
                .is(200);

        var entries = log(admin, "subject=" + request);
        assertThat(entries).hasSize(2);
        var decision = entries.getFirst();
        assertThat(decision.at("/subjectType").asString()).isEqualTo("wallet.token_allotment_requests");
        assertThat(decision.at("/actorId").asString()).isEqualTo(admin.myId());
        assertThat(decision.at("/action").asString()).isEqualTo("POST " + REQUESTS + "/{id}/approve");
        assertThat(decision.at("/traceId").asString())
                .isEqualTo(approval.header("traceparent").split("-")[1]);
        assertThat(decision.at("/before/status").asString()).isEqualTo("pending");
        assertThat(decision.at("/after/status").asString()).isEqualTo("approved");
        assertThat(entries.getLast().at("/actorId").asString()).isEqualTo(student.myId());
        assertThat(entries.getLast().at("/before").isNull()).isTrue();

        var wallet = log(admin, "subject=" + student.myId() + "&actorId=" + admin.myId() + "&from=" + since);
        assertThat(wallet).singleElement().satisfies(change -> {
            assertThat(change.at("/subjectType").asString()).isEqualTo("wallet.tokens");
            assertThat(change.at("/before/balance").asLong()).isZero();
            assertThat(change.at("/after/balance").asLong()).isEqualTo(50);
            assertThat(change.at("/traceId")).isEqualTo(decision.at("/traceId"));
        });
        assertThat(log(admin, "subject=" + request + "&to=" + since)).isEmpty();
        var first = admin.get(LOG + "?limit=1&subject=" + request).is(200).json();
        var second = admin.get(LOG + "?limit=1&subject=" + request + "&cursor="
                        + first.at("/nextCursor").asString())
                .is(200)
                .json();
        assertThat(second.at("/items/0")).isEqualTo(entries.getLast());
    }

    @Test
    void hasNothingOfARefusedDecision() {
        var admin = Api.at(port).demo("admin");
        var request = admin.post(REQUESTS, Map.of("tokens", 1, "reason", "for me"))
                .is(201)
                .json()
                .at("/id")
                .asString();
        admin.postOnce(REQUESTS + "/" + request + "/approve", Map.of()).isProblem(403, "wallet.own-allotment");
        assertThat(log(admin, "subject=" + request)).hasSize(1);
    }

    @Test
    void tellsRolesAndActivity() {
        var admin = Api.at(port).demo("admin");
        var user = Api.at(port).newcomer().myId();
        admin.send("POST", "/api/v1/users/" + user + "/deactivate", null).is(200);
        var change = log(admin, "subject=" + user).stream()
                .filter(entry -> entry.at("/subjectType").asString().equals("identity.users"))
                .toList()
                .getFirst();
        assertThat(change.at("/action").asString()).isEqualTo("POST /api/v1/users/{id}/deactivate");
        assertThat(change.at("/before/is_active").asBoolean()).isTrue();
        assertThat(change.at("/after/is_active").asBoolean()).isFalse();
        assertThat(change.at("/after").propertyNames())
                .containsExactlyInAnyOrder("role", "stage", "sales_head_id", "is_active");
    }

    @Test
    void namesTheListenerThatCreditsTokens() {
        var admin = Api.at(port).demo("admin");
        var buyer = new Buyer(Api.at(port));
        Purchases.awaitGateway(Api.at(port));
        buyer.pay("tok_approve").is(200);
        await().until(() -> log(admin, "subject=" + buyer.id).stream()
                .map(entry -> entry.at("/action").asString())
                .toList()
                .contains("listener commerce.credit-tokens"));
        assertThat(log(admin, "subject=" + buyer.order).stream()
                        .map(entry -> entry.at("/after/status").asString()))
                .startsWith("paid")
                .endsWith("pending");
    }

    @Test
    void showsSqlByHandWithItsLogin() {
        var admin = Api.at(port).demo("admin");
        var user = Api.at(port).newcomer().myId();
        var psql = databases.database().psql();
        psql.sql("UPDATE identity.users SET role = 'sales' WHERE id = ?::uuid")
                .param(user)
                .update();
        var change = log(admin, "subject=" + user).getFirst();
        assertThat(change.at("/after/role").asString()).isEqualTo("sales");
        assertThat(change.at("/actorId").isNull() && change.at("/action").isNull())
                .isTrue();
        assertThat(change.at("/login").asString()).isNotEqualTo("ashlar_app");
    }

    private static List<JsonNode> log(Api admin, String query) {
        return admin.get(LOG + "?limit=50&" + query)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }
}
