// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refusals of language models and their providers. */
final class CatalogProvocations implements ContextProvocations {
    private static final String PROVIDERS = "/api/v1/ai/providers";
    private static final String PROVIDER = PROVIDERS + "/{id}";
    private static final String MODELS = "/api/v1/ai/models";
    private static final String MODEL = MODELS + "/{id}";
    private static final String PRICES = MODEL + "/prices";
    private static final String NO_PROVIDER = "ai.provider-not-found";
    private static final String NO_MODEL = "ai.model-not-found";
    private static final String PROVIDER_TAKEN = "ai.provider-name-taken";
    private static final String STALE = "request.stale-version";
    private static final String USD = "{\"usdPerMillion\": {\"prompt\": \"1\", \"completion\": \"2\"}}";
    private static final String USD_OF_THE_PAST = USD.replace("}}", "}, \"validFrom\": \"2020-01-01T00:00:00Z\"}");

    private final Api admin;
    private final Api student;

    CatalogProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        addProviders(all);
        addModels(all);
    }

    private void addProviders(Provocations all) {
        all.addForAdministrators(
                        student,
                        "GET " + PROVIDERS,
                        "POST " + PROVIDERS,
                        "GET " + PROVIDER,
                        "PATCH " + PROVIDER,
                        "DELETE " + PROVIDER,
                        "POST " + PROVIDER + "/restore",
                        "POST " + PROVIDER + "/default",
                        "POST " + PROVIDER + "/test")
                .addExamples(
                        admin,
                        NO_PROVIDER,
                        "GET " + PROVIDER,
                        "PATCH " + PROVIDER,
                        "DELETE " + PROVIDER,
                        "POST " + PROVIDER + "/restore",
                        "POST " + PROVIDER + "/default",
                        "POST " + PROVIDER + "/test")
                .add("PATCH " + PROVIDER, STALE, () -> change("PATCH", provider(unique()), "{\"priority\": 1}", 9))
                .add("DELETE " + PROVIDER, STALE, () -> change("DELETE", provider(unique()), null, 9))
                .add("POST " + PROVIDERS, PROVIDER_TAKEN, () -> {
                    var name = unique();
                    provider(name);
                    return add(name);
                })
                .add("PATCH " + PROVIDER, PROVIDER_TAKEN, () -> {
                    var name = unique();
                    provider(name);
                    return change("PATCH", provider(unique()), "{\"name\": \"" + name + "\"}", 0);
                })
                .add("POST " + PROVIDER + "/restore", PROVIDER_TAKEN, () -> {
                    var name = unique();
                    var deleted = provider(name);
                    change("DELETE", deleted, null, 0).is(204);
                    provider(name);
                    return admin.post(deleted + "/restore", Map.of());
                })
                .add("POST " + PROVIDER + "/default", "ai.provider-inactive", () -> {
                    var provider = provider(unique());
                    change("PATCH", provider, "{\"active\": false}", 0).is(200);
                    return admin.post(provider + "/default", Map.of());
                });
    }

    private void addModels(Provocations all) {
        all.addForAdministrators(student, "POST " + MODELS, "PATCH " + MODEL, "PUT " + PRICES)
                .addExamples(admin, NO_MODEL, "GET " + MODEL, "PATCH " + MODEL, "GET " + PRICES, "PUT " + PRICES)
                .add("PATCH " + MODEL, STALE, () -> change("PATCH", model(), "{\"active\": false}", 9))
                .add("PUT " + PRICES, STALE, () -> change("PUT", model() + "/prices", USD, 9))
                .add("PUT " + PRICES, "ai.prices-past", () -> {
                    var prices = model() + "/prices";
                    change("PUT", prices, USD, 0).is(200);
                    return change("PUT", prices, USD_OF_THE_PAST, 1);
                })
                .add("POST " + MODELS, "ai.model-name-taken", () -> {
                    var name = unique();
                    addModel(name).is(201);
                    return addModel(name.toUpperCase(Locale.ROOT));
                });
    }

    private Api.Answer change(String method, String path, @Nullable String body, int version) {
        return admin.send(method, path, body, "If-Match", "\"" + version + "\"");
    }

    private String provider(String name) {
        return add(name).is(201).header("Location");
    }

    private Api.Answer add(String name) {
        return admin.post(
                PROVIDERS,
                Map.of(
                        "name", name,
                        "type", "compatible",
                        "baseUrl", "https://llm.example/v1",
                        "authType", "none",
                        "contentPolicy", "none",
                        "unpricedCalls", "refuse"));
    }

    private String model() {
        return addModel(unique()).is(201).header("Location");
    }

    private Api.Answer addModel(String name) {
        return admin.post(
                MODELS, Map.of("factory", "provoked", "name", name, "contextTokens", 10, "maxOutputTokens", 5));
    }

    private static String unique() {
        return "p-" + UUID.randomUUID();
    }
}
