package dev.ashlar.ai.domain;

import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices of several models over some time, for the calls of a batch. */
public record PriceList(List<Entry> entries) {
    public PriceList {
        entries = List.copyOf(entries);
    }

    /** Returns the prices of a model that were valid at a time; empty if the model had none. */
    public Optional<ModelPrices> at(String model, Instant time) {
        return entries.stream()
                .filter(entry -> entry.model().equals(model) && entry.valid().contains(time))
                .map(Entry::prices)
                .findFirst();
    }

    /**
     * Prices of a model that are valid together.
     *
     * @param valid time in which no price of the model changes
     */
    public record Entry(String model, InstantRange valid, ModelPrices prices) {}
}
