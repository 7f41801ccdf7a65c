package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/** Network in which providers are reached. */
public interface ProviderNetwork {
    /** Refuses an address that may not be called by its form: plain http, unless the settings allow it. Resolves no name. */
    void requireAllowed(ProviderEndpoint endpoint);

    /**
     * Asks a provider for its models. Called outside any transaction.
     *
     * @param secret secret of the provider; null if it has none
     */
    ProviderCheck check(AiProvider provider, @Nullable ProviderSecret secret);
}
