// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Language models with their makers and prices. A change of prices updates its model first, which locks both. */
public interface Llms {
    /** Stores a maker unless one of this name exists; returns the one that is stored. */
    LlmFactoryId ensureFactory(LlmFactory wanted);

    /** Stores a new model; a taken name, in whatever case, violates a unique constraint. */
    void insert(Llm llm);

    Optional<Llm> find(LlmId id);

    /** Finds a model by its exact name, active or not. */
    Optional<Llm> findByName(String name);

    /** Stores an edited model if it still has the version; returns false otherwise. */
    boolean update(Llm edited, int expectedVersion);

    /** True if the model has a price at any time. */
    boolean hasPrices(LlmId id);

    /** Ends the prices of a model at a time, and removes those that would begin then or later. */
    void endPrices(LlmId id, Instant at, Instant now);

    /** Stores prices of a model from a time on, after {@link #endPrices}. */
    void addPrices(LlmId id, List<NewPrice> prices, Instant from, Instant now);
}
