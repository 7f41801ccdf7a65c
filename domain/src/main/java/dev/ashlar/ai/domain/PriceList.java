// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.InstantRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices of several models over some time, for the calls of a batch. */
public record PriceList(List<Entry> entries) {
    public PriceList {
        entries = List.copyOf(entries);
    }

    /** Returns the list of these prices. A time in which a model lacks the price of prompt or completion has no entry. */
    public static PriceList of(Collection<LlmPrice> prices) {
        return new PriceList(prices.stream().collect(Collectors.groupingBy(LlmPrice::model)).entrySet().stream()
                .flatMap(model -> entries(model.getKey(), model.getValue()))
                .toList());
    }

    /** Returns the prices of a model that were valid at a time; empty if the model had none. */
    public Optional<ModelPrices> at(String model, Instant time) {
        return entries.stream()
                .filter(entry -> entry.model().equals(model) && entry.valid().contains(time))
                .map(Entry::prices)
                .findFirst();
    }

    /** Cuts the time at each change of a price. */
    private static Stream<Entry> entries(String model, List<LlmPrice> prices) {
        var changes = new TreeSet<Instant>();
        for (var price : prices) {
            changes.add(price.valid().from());
            if (price.valid().until() != null) {
                changes.add(price.valid().until());
            }
        }
        return changes.stream().flatMap(from -> entry(model, prices, from, changes.higher(from)).stream());
    }

    private static Optional<Entry> entry(String model, List<LlmPrice> prices, Instant from, @Nullable Instant until) {
        Map<UsageType, BigDecimal> valid = new EnumMap<>(UsageType.class);
        prices.stream()
                .filter(price -> price.valid().contains(from))
                .forEach(price -> valid.put(price.usageType(), price.usdPerMillion()));
        return valid.containsKey(UsageType.PROMPT) && valid.containsKey(UsageType.COMPLETION)
                ? Optional.of(new Entry(model, new InstantRange(from, until), new ModelPrices(valid)))
                : Optional.empty();
    }

    /**
     * Prices of a model that are valid together.
     *
     * @param valid time in which no price of the model changes
     */
    public record Entry(String model, InstantRange valid, ModelPrices prices) {}
}
