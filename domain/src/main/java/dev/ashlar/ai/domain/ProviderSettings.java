// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.JsonDocument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a provider.
 *
 * @param models models that it serves, each once; all, under their own names, if there are none
 * @param apiVersion version of the API in its paths; null unless the provider is on Azure
 */
public record ProviderSettings(
        List<ServedModel> models, @Nullable String apiVersion, ProviderTimeouts timeouts) implements JsonDocument {
    public static final int MAX_MODELS = 200;
    public static final int MAX_API_VERSION = 40;

    private static final Pattern API_VERSION = Pattern.compile("[A-Za-z0-9.-]{1,40}");

    public ProviderSettings {
        models = List.copyOf(models);
        Fields.require(models.size() <= MAX_MODELS, "/settings/models", "must have at most " + MAX_MODELS + " models");
        Fields.require(
                models.stream().map(ServedModel::model).distinct().count() == models.size(),
                "/settings/models",
                "must name each model once");
        if (apiVersion != null) {
            apiVersion = Fields.matching(
                    API_VERSION, "/settings/apiVersion", apiVersion, "must be a version such as 2024-10-21");
        }
    }

    /** Returns the name by which the provider knows a model; empty if it does not serve it. */
    public Optional<String> nameOf(String model) {
        return models.isEmpty()
                ? Optional.of(model)
                : models.stream()
                        .filter(served -> served.model().equals(model))
                        .map(ServedModel::name)
                        .findFirst();
    }
}
