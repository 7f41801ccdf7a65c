// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/** Network in which providers are reached. */
public interface ProviderNetwork {
    /**
     * Asks a provider for its models. Called outside any transaction.
     *
     * @param secret secret of the provider; null if it has none
     */
    ProviderCheck check(AiProvider provider, @Nullable ProviderSecret secret);
}
