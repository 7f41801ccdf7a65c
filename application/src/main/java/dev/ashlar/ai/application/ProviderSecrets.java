// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Secrets of providers, for calls of them and for the rotation of keys. No actor asks, and no answer contains one. */
@ApplicationService
public class ProviderSecrets {
    private static final int BATCH = 100;

    private final AiProviders providers;
    private final SecretVault vault;
    private final InstantSource clock;

    ProviderSecrets(AiProviders providers, SecretVault vault, InstantSource clock) {
        this.providers = providers;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Returns the secret of a provider for a call; null if it has none.
     *
     * @throws IllegalStateException if the secret does not open, or was stored for another address than that of this provider
     */
    public @Nullable ProviderSecret open(AiProvider provider) {
        return providers
                .secretOf(provider.id())
                .map(stored ->
                        vault.open(stored, provider.id(), provider.endpoint().origin()))
                .orElse(null);
    }

    /**
     * Returns the next providers whose secrets are to be sealed anew, in the order of their ids; none if all are under the current key.
     *
     * @param after last provider that was read; null to begin
     */
    public List<AiProviderId> outdated(@Nullable AiProviderId after) {
        var former = vault.formerKeys();
        return former.isEmpty() ? List.of() : providers.sealedUnder(former, after, BATCH);
    }

    /** Seals the secret of a provider under the current key; returns false if it was changed meanwhile. */
    @Transactional
    public boolean reseal(AiProviderId id) {
        var provider = providers.find(id);
        var stored = providers.secretOf(id);
        if (provider.isEmpty() || stored.isEmpty()) {
            return false;
        }
        var origin = provider.get().endpoint().origin();
        var resealed = vault.seal(vault.open(stored.get(), id, origin), id, origin);
        return providers.reseal(id, stored.get(), resealed, clock.instant());
    }
}
