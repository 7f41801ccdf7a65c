// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Llms} and {@link Prices} without a database. */
public final class InMemoryLlms implements Llms, Prices {
    private final Map<String, LlmFactoryId> factories = new HashMap<>();
    private final Map<LlmId, Llm> models = new HashMap<>();
    private final List<Stored> prices = new ArrayList<>();

    @Override
    public LlmFactoryId ensureFactory(LlmFactory wanted) {
        return factories.computeIfAbsent(wanted.name(), _ -> wanted.id());
    }

    @Override
    public void insert(Llm llm) {
        if (models.values().stream().anyMatch(other -> other.name().equalsIgnoreCase(llm.name()))) {
            throw new IllegalStateException("uq_llms_name");
        }
        models.put(llm.id(), llm);
    }

    @Override
    public Optional<Llm> find(LlmId id) {
        return Optional.ofNullable(models.get(id));
    }

    @Override
    public Optional<Llm> findByName(String name) {
        return models.values().stream().filter(llm -> llm.name().equals(name)).findFirst();
    }

    @Override
    public boolean update(Llm edited, int expectedVersion) {
        boolean current = find(edited.id())
                .filter(stored -> stored.version() == expectedVersion)
                .isPresent();
        if (current) {
            models.put(
                    edited.id(),
                    new Llm(
                            edited.id(),
                            edited.factoryId(),
                            edited.name(),
                            edited.limits(),
                            edited.active(),
                            edited.createdAt(),
                            edited.updatedAt(),
                            expectedVersion + 1));
        }
        return current;
    }

    @Override
    public boolean hasPrices(LlmId id) {
        return prices.stream().anyMatch(price -> price.model().equals(id));
    }

    @Override
    public void endPrices(LlmId id, Instant at, Instant now) {
        prices.removeIf(
                price -> price.model().equals(id) && !price.valid().from().isBefore(at));
        prices.replaceAll(price -> price.model().equals(id) && price.valid().contains(at)
                ? new Stored(id, price.price(), new InstantRange(price.valid().from(), at))
                : price);
    }

    @Override
    public void addPrices(LlmId id, List<NewPrice> added, Instant from, Instant now) {
        added.forEach(price -> prices.add(new Stored(id, price, new InstantRange(from, null))));
    }

    @Override
    public PriceList of(Collection<String> names, Instant from, Instant to) {
        return PriceList.of(prices.stream()
                .filter(price -> names.contains(models.get(price.model()).name()))
                .filter(price -> !price.valid().from().isAfter(to)
                        && (price.valid().until() == null
                                || price.valid().until().isAfter(from)))
                .map(price -> new LlmPrice(
                        models.get(price.model()).name(),
                        price.price().usageType(),
                        price.price().usdPerMillion(),
                        price.valid()))
                .toList());
    }

    private record Stored(LlmId model, NewPrice price, InstantRange valid) {}
}
