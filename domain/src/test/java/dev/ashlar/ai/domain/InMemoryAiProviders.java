// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link AiProviders} without a database. */
public final class InMemoryAiProviders implements AiProviders {
    private static final Comparator<AiProvider> ORDER = Comparator.comparing(
                    (AiProvider provider) -> !provider.rank().isDefault())
            .thenComparing(provider -> provider.rank().priority())
            .thenComparing(provider -> provider.id().value().toString());

    private final Map<AiProviderId, AiProvider> live = new HashMap<>();
    private final Map<AiProviderId, AiProvider> deleted = new HashMap<>();
    private final Map<AiProviderId, SealedSecret> secrets = new HashMap<>();
    private final Llms llms;

    public InMemoryAiProviders(Llms llms) {
        this.llms = llms;
    }

    @Override
    public void insert(AiProvider provider, @Nullable SealedSecret secret) {
        if (live.values().stream().anyMatch(other -> other.name().equalsIgnoreCase(provider.name()))) {
            throw new IllegalStateException("uq_ai_providers_name");
        }
        live.put(provider.id(), provider);
        keep(provider.id(), secret);
    }

    @Override
    public Optional<AiProvider> find(AiProviderId id) {
        return Optional.ofNullable(live.get(id));
    }

    @Override
    public List<ChatCandidate> candidates(String model) {
        return llms.findByName(model).filter(Llm::active).stream()
                .flatMap(llm -> live.values().stream()
                        .filter(provider -> provider.rank().active()
                                && provider.endpoint().settings().nameOf(model).isPresent())
                        .sorted(ORDER)
                        .map(provider -> new ChatCandidate(provider, llm.limits())))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    @Override
    public List<AiProvider> active() {
        return live.values().stream()
                .filter(provider -> provider.rank().active())
                .sorted(ORDER)
                .limit(MAX_CANDIDATES)
                .toList();
    }

    @Override
    public Optional<SealedSecret> secretOf(AiProviderId id) {
        return find(id).map(provider -> secrets.get(provider.id()));
    }

    @Override
    public boolean update(AiProvider edited, @Nullable SealedSecret secret, int expectedVersion) {
        boolean current = hasVersion(edited.id(), expectedVersion);
        if (current) {
            live.put(edited.id(), next(edited, edited.endpoint(), edited.rank(), edited.updatedAt()));
            keep(edited.id(), secret);
        }
        return current;
    }

    @Override
    public boolean makeDefault(AiProviderId id, Instant now) {
        live.replaceAll(
                (_, provider) -> provider.rank().isDefault() && !provider.id().equals(id)
                        ? ranked(provider, provider.rank().active(), false, now)
                        : provider);
        return change(id, provider -> provider.rank().active() ? ranked(provider, true, true, now) : provider)
                && live.get(id).rank().isDefault();
    }

    @Override
    public boolean delete(AiProviderId id, int expectedVersion, Instant now) {
        boolean current = hasVersion(id, expectedVersion);
        if (current) {
            var provider = live.remove(id);
            var endpoint = provider.endpoint();
            var withoutSecret = new ProviderEndpoint(
                    endpoint.type(), endpoint.baseUrl(), endpoint.authType(), false, endpoint.settings());
            var rank = new ProviderRank(provider.rank().priority(), false, false);
            deleted.put(id, next(provider, withoutSecret, rank, now));
            secrets.remove(id);
        }
        return current;
    }

    @Override
    public boolean restore(AiProviderId id, Instant now) {
        var provider = deleted.remove(id);
        if (provider != null) {
            live.put(id, next(provider, provider.endpoint(), provider.rank(), now));
        }
        return provider != null;
    }

    @Override
    public List<AiProviderId> sealedUnder(List<String> secretKeyIds, @Nullable AiProviderId after, int limit) {
        return secrets.entrySet().stream()
                .filter(secret -> secretKeyIds.contains(secret.getValue().secretKeyId()))
                .map(Map.Entry::getKey)
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(AiProviderId::value))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean reseal(AiProviderId id, SealedSecret current, SealedSecret resealed, Instant now) {
        return secrets.replace(id, current, resealed);
    }

    private void keep(AiProviderId id, @Nullable SealedSecret secret) {
        if (secret != null) {
            secrets.put(id, secret);
        }
    }

    private boolean hasVersion(AiProviderId id, int version) {
        return find(id).filter(provider -> provider.version() == version).isPresent();
    }

    private boolean change(AiProviderId id, UnaryOperator<AiProvider> change) {
        return live.computeIfPresent(id, (_, provider) -> change.apply(provider)) != null;
    }

    private static AiProvider ranked(AiProvider provider, boolean active, boolean isDefault, Instant now) {
        var rank = new ProviderRank(provider.rank().priority(), active, isDefault);
        return next(provider, provider.endpoint(), rank, now);
    }

    private static AiProvider next(AiProvider provider, ProviderEndpoint endpoint, ProviderRank rank, Instant now) {
        return new AiProvider(
                provider.id(),
                provider.name(),
                endpoint,
                provider.policy(),
                rank,
                provider.createdAt(),
                now,
                provider.version() + 1);
    }
}
