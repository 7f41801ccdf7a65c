// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.BudgetView;
import dev.ashlar.ai.application.BudgetWindowView;
import dev.ashlar.ai.application.BudgetWorkflow;
import dev.ashlar.ai.application.CurrentWindowView;
import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.ReconciliationView;
import dev.ashlar.ai.application.WindowDriftView;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class BudgetControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final BudgetId ID = new BudgetId(UUID.fromString("019a0000-0000-7000-8000-0000000000e1"));
    private static final UserId USER = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000e2"));
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String ONE = BUDGETS + "/" + ID.value();
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final BudgetTarget TARGET = new BudgetTarget(BudgetScope.USER, USER, null, null);
    private static final String BODY = """
            {"scope": "user", "userId": "019a0000-0000-7000-8000-0000000000e2", "period": "month", "limitUsd": "12.50"}""";

    @Autowired
    private BudgetAdminService budgets;

    @Autowired
    private BudgetWorkflow workflow;

    @Autowired
    private ReconciliationService reconciliation;

    @Autowired
    private Caller client;

    @Test
    void createsABudgetWithItsPathAndVersion() {
        given(workflow.create(ADMIN, TARGET, BudgetPeriod.MONTH, new BigDecimal("12.50")))
                .willReturn(view(0));
        var answer = send("POST", BUDGETS, BODY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/userId").asString())
                .isEqualTo(USER.value().toString());
        assertThat(answer.json().at("/limitUsd").asString()).isEqualTo("12.50000000");
        assertThat(answer.json().at("/window/startsAt").asString()).isEqualTo(START.toString());
        assertThat(answer.json().at("/window/spentUsd").asString()).isEqualTo("2.00000001");
        assertThat(answer.json().at("/window/leftUsd").asString()).isEqualTo("9.50000000");
        given(workflow.create(any(), any(), any(), any()))
                .willThrow(AiProblem.BUDGET_EXISTS.because("Edit its limit."));
        assertThat(send("POST", BUDGETS, BODY).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "scope": "user"      | "scope": "provider"                     | /userId
            "scope": "user"      | "scope": "group"                        | /scope
            "scope": "user"      | "scope": "user", "platform": "mentor"   | /platform
            "period": "month"    | "period": "week"                        | /period
            "period": "month"    | "period": null                          | /period
            "limitUsd": "12.50"  | "limitUsd": 12.5                        | /limitUsd
            "limitUsd": "12.50"  | "limitUsd": null                        | /limitUsd
            "limitUsd": "12.50"  | "limitUsd": "12.50", "spentUsd": "0"    | /spentUsd
            """)
    void refusesAnInvalidBudgetWithItsPointer(String valid, String invalid, String pointer) {
        var answer = send("POST", BUDGETS, BODY.replace(valid, invalid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void editsAndDeletesUnderAVersion() {
        var limit = "{\"limitUsd\": \"20\"}";
        assertThat(send("PATCH", ONE, limit).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        then(budgets).shouldHaveNoInteractions();
        given(budgets.edit(ADMIN, ID, 3, new BigDecimal("20"))).willReturn(view(4));
        assertThat(send("PATCH", ONE, limit, "If-Match", "\"3\"").header("ETag"))
                .isEqualTo("\"4\"");
        assertThat(send("DELETE", ONE, null, "If-Match", "\"4\"").status()).isEqualTo(204);
        then(budgets).should().delete(ADMIN, ID, 4);
        given(budgets.edit(any(), any(), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PATCH", ONE, limit, "If-Match", "\"3\"").status()).isEqualTo(412);
    }

    @Test
    void listsBudgetsAndWindows() {
        given(budgets.list(ADMIN, BudgetScope.USER, USER, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(0)), Cursor.of("ai.budgets", ID)));
        var answer = send("GET", BUDGETS + "?scope=user&userId=" + USER.value() + "&limit=1", null);
        assertThat(answer.json().at("/items/0/period").asString()).isEqualTo("month");
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        given(budgets.windows(ADMIN, ID, PageRequest.first())).willReturn(new Page<>(List.of(window()), null));
        assertThat(send("GET", ONE + "/windows", null)
                        .json()
                        .at("/items/0/heldUsd")
                        .asString())
                .isEqualTo("1.00000000");
        given(budgets.get(ADMIN, ID)).willThrow(AiProblem.BUDGET_NOT_FOUND.because("List the budgets."));
        assertThat(send("GET", ONE, null).status()).isEqualTo(404);
    }

    @Test
    void showsWhatAReconciliationFinds() {
        var drift = new WindowDriftView(ID, START, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ZERO, BigDecimal.ZERO);
        given(reconciliation.reconcile(ADMIN))
                .willReturn(new ReconciliationView(START, 7, 1, 0, 1, List.of(), List.of(drift)));
        var answer = send("GET", "/api/v1/ai/reconciliation", null);
        assertThat(answer.json().at("/interactions").asInt()).isEqualTo(7);
        assertThat(answer.json().at("/windows/0/interactionsUsd").asString()).isEqualTo("2");
    }

    @Test
    void listsToAUserTheOwnBudgets() {
        var student = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
        given(budgets.listOwn(student, PageRequest.first())).willReturn(new Page<>(List.of(view(0)), null));
        var answer = client.send("GET", "/api/v1/me/ai-budgets", null, "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.json().at("/items/0/window/leftUsd").asString()).isEqualTo("9.50000000");
    }

    private static BudgetView view(int version) {
        return new BudgetView(
                ID,
                TARGET,
                BudgetPeriod.MONTH,
                new BigDecimal("12.50000000"),
                new CurrentWindowView(window(), new BigDecimal("9.50000000")),
                START,
                START,
                version);
    }

    private static BudgetWindowView window() {
        return new BudgetWindowView(
                START,
                Instant.parse("2026-12-01T00:00:00Z"),
                new BigDecimal("2.00000001"),
                new BigDecimal("1.00000000"));
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.ADMIN);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
