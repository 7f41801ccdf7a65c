// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.NewAiProvider;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.UnpricedCalls;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Provider to add.
 *
 * @param baseUrl https URL before /chat/completions and /models
 * @param authType header that carries the secret: Authorization for bearer, api-key for api_key
 * @param secret secret of the provider, which no answer contains; absent if authType is none
 * @param settings models, version of the API and timeouts; all models and the usual timeouts if absent
 * @param contentPolicy extent to which requests and answers are stored
 * @param unpricedCalls treatment of calls of a model that has no price
 */
record AiProviderRequest(
        @NotBlank @Size(max = AiProvider.MAX_NAME) @Schema(example = "OpenAI")
        String name,

        @NotNull @Schema(example = "openai") ProviderType type,

        @NotBlank @Size(max = ProviderEndpoint.MAX_URL) @Schema(example = "https://api.openai.com/v1")
        String baseUrl,

        @NotNull @Schema(example = "bearer") AuthType authType,

        // waive input-validation: Bean Validation would write a value that it rejects into the log; the domain checks
        // the length
        @Schema(example = "sk-9a8b7c", maxLength = ProviderSecret.MAX_LENGTH) @Nullable
        String secret,

        @Valid @Nullable ProviderSettingsRequest settings,
        @NotNull @Schema(example = "metadata") ContentPolicy contentPolicy,
        @NotNull @Schema(example = "refuse") UnpricedCalls unpricedCalls) {
    NewAiProvider provider() {
        var read = settings == null ? ProviderSettingsRequest.USUAL : settings.value();
        return new NewAiProvider(
                name,
                new ProviderEndpoint(type, baseUrl, authType, secret != null, read),
                new ProviderPolicy(contentPolicy, unpricedCalls),
                ProviderRank.USUAL_PRIORITY,
                secret == null ? null : new ProviderSecret(secret));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AiProviderRequest[name=" + name + "]";
    }
}
