// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.IdSource;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Requests of ai that succeed. */
final class AiSuccesses implements ContextSuccesses {
    private static final String PROVIDERS = "/api/v1/ai/providers";
    private static final String PROVIDER = PROVIDERS + "/{id}";
    private static final String MODELS = "/api/v1/ai/models";
    private static final String MODEL = MODELS + "/{id}";
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String BUDGET = BUDGETS + "/{id}";
    private static final String CALL = Calls.PATH + "/{id}";

    private final Api nobody;
    private final Api admin;
    private final UUID provider;

    AiSuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
        this.provider = Calls.provider(stage.databases().database().owner());
    }

    @Override
    public void addTo(Successes all) {
        addProviders(all);
        addModels(all);
        addBudgets(all);
        addCalls(all);
    }

    private void addProviders(Successes all) {
        all.add("POST " + PROVIDERS, () -> by(admin).with("/name", Campus.code()));
        for (var operation : new String[] {
            "GET " + PROVIDER, "DELETE " + PROVIDER, "POST " + PROVIDER + "/default", "POST " + PROVIDER + "/test"
        }) {
            all.add(operation, () -> by(admin, newProvider()));
        }
        all.add("PATCH " + PROVIDER, () -> by(admin, newProvider()).with("/name", Campus.code()))
                .add("POST " + PROVIDER + "/restore", () -> {
                    var id = newProvider();
                    admin.send("DELETE", PROVIDERS + "/" + id, null, "If-Match", "*")
                            .is(204);
                    return by(admin, id);
                });
    }

    private void addModels(Successes all) {
        all.add("POST " + MODELS, () -> by(admin).with("/name", Campus.code()));
        for (var operation : new String[] {"GET " + MODEL, "PATCH " + MODEL, "GET " + MODEL + "/prices"}) {
            all.add(operation, () -> by(admin, model()));
        }
        all.add("PUT " + MODEL + "/prices", () -> by(admin, model()));
    }

    private void addBudgets(Successes all) {
        all.add("POST " + BUDGETS, () -> {
            endPlatformBudgets();
            return by(admin);
        });
        for (var operation :
                new String[] {"GET " + BUDGET, "PATCH " + BUDGET, "DELETE " + BUDGET, "GET " + BUDGET + "/windows"}) {
            all.add(operation, () -> {
                var budget =
                        Map.of("scope", "user", "userId", nobody.newcomer().myId(), "period", "day", "limitUsd", "1");
                return by(admin, Campus.id(admin.post(BUDGETS, budget).is(201).header("Location")));
            });
        }
    }

    private void addCalls(Successes all) {
        all.add("POST " + Calls.PATH, () -> {
                    var caller = nobody.newcomer();
                    return by(caller).with("/id", IdSource.timeOrdered().next()).with("/origin/providerId", provider);
                })
                .add(
                        "POST " + Calls.PATH + "/bulk",
                        () -> by(nobody.newcomer()).body(JsonMapper.shared().writeValueAsString(Calls.call(provider))))
                .add("POST " + Calls.PATH + "/process", () -> {
                    var caller = nobody.newcomer();
                    return by(caller).with("/userId", caller.myId());
                })
                .add("GET " + CALL, this::ofCall)
                .add("PATCH " + CALL, this::ofCall)
                .add("POST /api/v1/ai/v1/chat/completions", () -> by(nobody.demo("student")));
    }

    /** The example is of a platform, which has one budget of a period. */
    private void endPlatformBudgets() {
        admin.get(BUDGETS + "?scope=platform")
                .is(200)
                .json()
                .at("/items")
                .forEach(budget ->
                        admin.send("DELETE", BUDGETS + "/" + budget.at("/id").asString(), null, "If-Match", "*"));
    }

    private Success ofCall() {
        var caller = nobody.newcomer();
        var call = caller.post(Calls.PATH, Calls.call(provider)).is(201);
        return by(caller, Campus.id(call.header("Location")));
    }

    private String newProvider() {
        var fields = Map.of(
                "name", Campus.code(),
                "type", "compatible",
                "baseUrl", "https://llm.example/v1",
                "authType", "bearer",
                "secret", "sk-9a8b7c",
                "contentPolicy", "none",
                "unpricedCalls", "refuse");
        return Campus.id(admin.post(PROVIDERS, fields).is(201).header("Location"));
    }

    private String model() {
        var fields = Map.of("factory", "provoked", "name", Campus.code(), "contextTokens", 10, "maxOutputTokens", 5);
        return Campus.id(admin.post(MODELS, fields).is(201).header("Location"));
    }
}
