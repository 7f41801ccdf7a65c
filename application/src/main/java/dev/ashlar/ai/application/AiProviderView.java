// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/**
 * Provider as an administrator sees it. Nobody sees its secret.
 *
 * @param version version for {@code If-Match}
 */
public record AiProviderView(
        AiProviderId id,
        String name,
        @Flat ProviderEndpoint endpoint,
        @Flat ProviderPolicy policy,
        @Flat ProviderRank rank,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static AiProviderView of(AiProvider provider, int version) {
        return new AiProviderView(
                provider.id(),
                provider.name(),
                provider.endpoint(),
                provider.policy(),
                provider.rank(),
                provider.createdAt(),
                provider.updatedAt(),
                version);
    }
}
