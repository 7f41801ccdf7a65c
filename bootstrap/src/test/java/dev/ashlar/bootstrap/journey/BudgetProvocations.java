// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refusals of budgets of AI. */
final class BudgetProvocations implements ContextProvocations {
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String ONE = BUDGETS + "/{id}";
    private static final String NOT_FOUND = "ai.budget-not-found";
    private static final String STALE = "request.stale-version";

    private final Api anonymous;
    private final Api admin;
    private final Api student;

    BudgetProvocations(Stage stage) {
        this.anonymous = stage.nobody();
        this.admin = anonymous.demo("admin");
        this.student = anonymous.demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(
                        student,
                        "GET " + BUDGETS,
                        "POST " + BUDGETS,
                        "GET " + ONE,
                        "PATCH " + ONE,
                        "DELETE " + ONE,
                        "GET " + ONE + "/windows",
                        "GET /api/v1/ai/reconciliation")
                .addExamples(admin, NOT_FOUND, "GET " + ONE, "PATCH " + ONE, "DELETE " + ONE, "GET " + ONE + "/windows")
                .add("PATCH " + ONE, STALE, () -> change("PATCH", "{\"limitUsd\": \"2\"}"))
                .add("DELETE " + ONE, STALE, () -> change("DELETE", null))
                .add("POST " + BUDGETS, "ai.budget-exists", () -> {
                    var budget = budget("user", "userId", anonymous.newcomer().myId());
                    admin.post(BUDGETS, budget).is(201);
                    return admin.post(BUDGETS, budget);
                })
                .add(
                        "POST " + BUDGETS,
                        "ai.provider-not-found",
                        () -> admin.post(
                                BUDGETS,
                                budget(
                                        "provider",
                                        "providerId",
                                        UUID.randomUUID().toString())));
    }

    private Api.Answer change(String method, @Nullable String body) {
        var created = admin.post(
                BUDGETS, budget("user", "userId", anonymous.newcomer().myId()));
        return admin.send(method, created.is(201).header("Location"), body, "If-Match", "\"9\"");
    }

    private static Map<String, String> budget(String scope, String target, String id) {
        return Map.of("scope", scope, target, id, "period", "day", "limitUsd", "1");
    }
}
