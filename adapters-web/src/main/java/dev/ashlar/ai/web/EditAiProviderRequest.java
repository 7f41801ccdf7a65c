// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a provider.
 *
 * @param baseUrl another server needs the secret again
 * @param settings replaced whole
 * @param priority smaller numbers are called first
 * @param active false takes the provider out of use
 * @param secret new secret of the provider
 */
record EditAiProviderRequest(
        @Schema(example = "OpenAI, Europe") Change<@NotBlank @Size(max = AiProvider.MAX_NAME) String> name,

        @Schema(example = "https://eu.api.openai.com/v1")
        Change<@NotBlank @Size(max = ProviderEndpoint.MAX_URL) String> baseUrl,

        Change<@NotNull @Valid ProviderSettingsRequest> settings,
        @Schema(example = "none") Change<@NotNull ContentPolicy> contentPolicy,
        @Schema(example = "store") Change<@NotNull UnpricedCalls> unpricedCalls,

        @Schema(example = "10") Change<@NotNull @Min(0) @Max(ProviderRank.MAX_PRIORITY) Integer> priority,

        @Schema(example = "true") Change<@NotNull Boolean> active,

        // waive input-validation: Bean Validation would write a value that it rejects into the log; the domain checks
        // the length
        @Schema(example = "sk-1a2b3c") Change<String> secret) {
    AiProvider.Edit edit() {
        return new AiProvider.Edit(
                name, baseUrl, settingsEdit(), contentPolicy, unpricedCalls, priority, active, newSecret());
    }

    private Change<ProviderSettings> settingsEdit() {
        @Nullable ProviderSettingsRequest wanted = settings.value();
        return wanted == null ? Change.keep() : Change.to(wanted.value());
    }

    private @Nullable ProviderSecret newSecret() {
        if (!secret.present()) {
            return null;
        }
        @Nullable String wanted = secret.value();
        if (wanted == null) {
            throw Fields.invalid("/secret", "must not be null");
        }
        return new ProviderSecret(wanted);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "EditAiProviderRequest[hidden]";
    }
}
