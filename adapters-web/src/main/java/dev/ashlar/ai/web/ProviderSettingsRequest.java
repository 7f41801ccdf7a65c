// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ServedModel;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a provider.
 *
 * @param models models that it serves; all, under their own names, if absent or empty
 * @param apiVersion version of the API in its paths; required for azure, absent for others
 * @param timeouts longest waits; 3 seconds to connect, 60 for the first byte and 30 between two bytes if absent
 */
record ProviderSettingsRequest(
        @Size(max = ProviderSettings.MAX_MODELS) @Nullable List<@NotNull @Valid ModelOfProvider> models,

        @Size(max = ProviderSettings.MAX_API_VERSION) @Nullable
        String apiVersion,

        @Valid @Nullable Timeouts timeouts) {
    /** Settings of a provider whose request has none. */
    static final ProviderSettings USUAL = new ProviderSettings(List.of(), null, ProviderTimeouts.DEFAULT);

    ProviderSettings value() {
        return new ProviderSettings(
                models == null
                        ? List.of()
                        : models.stream().map(ModelOfProvider::value).toList(),
                apiVersion,
                timeouts == null
                        ? ProviderTimeouts.DEFAULT
                        : new ProviderTimeouts(timeouts.connectMs(), timeouts.firstByteMs(), timeouts.idleMs()));
    }

    /**
     * Model that a provider serves.
     *
     * @param model name by which callers ask for it
     * @param name name by which the provider knows it; the same if absent
     */
    record ModelOfProvider(
            @NotBlank @Size(max = Llm.MAX_NAME) @Schema(example = "gpt-4o-mini")
            String model,

            @Size(min = 1, max = Llm.MAX_NAME) @Schema(example = "gpt-4o-mini-2024-07-18") @Nullable
            String name) {
        ServedModel value() {
            return new ServedModel(model, name == null ? model : name);
        }
    }

    /**
     * Longest waits for a provider, in milliseconds.
     *
     * @param connectMs until the connection is made
     * @param firstByteMs from the request to the first byte of the answer
     * @param idleMs between two bytes of the answer
     */
    record Timeouts(
            @NotNull @Min(ProviderTimeouts.MIN) @Max(ProviderTimeouts.MAX_CONNECT) @Schema(example = "3000")
            Integer connectMs,

            @NotNull @Min(ProviderTimeouts.MIN) @Max(ProviderTimeouts.MAX) @Schema(example = "60000")
            Integer firstByteMs,

            @NotNull @Min(ProviderTimeouts.MIN) @Max(ProviderTimeouts.MAX) @Schema(example = "30000")
            Integer idleMs) {}
}
