// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a new budget to a call that it refuses, a higher limit and its end. */
@JourneyTest
class BudgetJourney {
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String OWN = "/api/v1/me/ai-budgets";

    @LocalServerPort
    private int port;

    @Autowired
    private BudgetService calls;

    @Autowired
    private IdSource ids;

    private Api admin;
    private Api person;

    @BeforeEach
    void people() {
        admin = Api.at(port).demo("admin");
        person = Api.at(port).newcomer();
    }

    @Test
    void limitsTheCallsOfAUser() {
        assertThat(person.get(OWN).is(200).json().at("/items")).isEmpty();
        var created = admin.post(BUDGETS, budget("1.50")).is(201);
        var budget = created.header("Location");
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(created.json().at("/openedAt").isNull()).isFalse();
        assertThat(created.json().at("/window/leftUsd").asString()).isEqualTo("1.50000000");
        admin.post(BUDGETS, budget("2")).isProblem(409, "ai.budget-exists");

        call("1.00");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> call("0.51"))
                .withMessageContaining("1.5 USD");
        var own = person.get(OWN).is(200).json().at("/items/0");
        assertThat(own.at("/window/heldUsd").asString()).isEqualTo("1.00000000");
        assertThat(own.at("/window/leftUsd").asString()).isEqualTo("0.50000000");
        assertThat(admin.get(budget + "/windows")
                        .is(200)
                        .json()
                        .at("/items/0/spentUsd")
                        .asString())
                .isEqualTo("0.00000000");

        var higher = "{\"limitUsd\": \"2.00\"}";
        assertThat(admin.send("PATCH", budget, higher, "If-Match", "\"0\"")
                        .is(200)
                        .header("ETag"))
                .isEqualTo("\"1\"");
        admin.send("PATCH", budget, higher, "If-Match", "\"0\"").isProblem(412, "request.stale-version");
        call("0.51");

        assertThat(admin.get(BUDGETS + "?scope=user&userId=" + person.myId())
                        .is(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        admin.send("DELETE", budget, null, "If-Match", "\"1\"").is(204);
        admin.get(budget).isProblem(404, "ai.budget-not-found");
        call("5");
    }

    @Test
    void showsBudgetsOfOthersToAdministratorsOnly() {
        var budget = admin.post(BUDGETS, budget("1")).is(201).header("Location");
        var stranger = Api.at(port).newcomer();
        stranger.get(budget).isProblem(403, "auth.forbidden");
        stranger.get(BUDGETS).isProblem(403, "auth.forbidden");
        person.post(BUDGETS, budget("5")).isProblem(403, "auth.forbidden");
        assertThat(stranger.get(OWN).is(200).json().at("/items")).isEmpty();
        assertThat(person.get(OWN).is(200).json().at("/items")).hasSize(1);
    }

    @Test
    void exportsOwnBudgets() {
        var id = admin.post(BUDGETS, budget("1")).is(201).json().at("/id").asString();
        var exported = person.get("/api/v1/me/export").is(200).json().at("/aiBudgets");
        assertThat(exported).singleElement().satisfies(budget -> {
            assertThat(budget.at("/id").asString()).isEqualTo(id);
            assertThat(budget.at("/window/leftUsd").asString()).isEqualTo("1.00000000");
        });
        assertThat(admin.get("/api/v1/me/export").is(200).json().at("/aiBudgets"))
                .isEmpty();
    }

    private Map<String, String> budget(String limit) {
        return Map.of("scope", "user", "userId", person.myId(), "period", "month", "limitUsd", limit);
    }

    private void call(String greatestCost) {
        var user = new UserId(UUID.fromString(person.myId()));
        var origin = new InteractionOrigin(new AiProviderId(ids.next()), "small", user, "mentor", null);
        calls.hold(origin, new InteractionId(ids.next()), new BigDecimal(greatestCost));
    }
}
