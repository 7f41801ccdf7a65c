// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderSecret;
import org.jspecify.annotations.Nullable;

/**
 * Provider to add.
 *
 * @param priority smaller numbers are called first
 * @param secret secret of the provider; null without authentication
 */
public record NewAiProvider(
        String name,
        ProviderEndpoint endpoint,
        ProviderPolicy policy,
        int priority,
        @Nullable ProviderSecret secret) {}
