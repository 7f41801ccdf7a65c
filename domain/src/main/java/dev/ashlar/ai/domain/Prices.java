// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.Collection;

/** Prices of models, each kind of tokens with one price at a time. */
public interface Prices {
    /** Returns the prices of models, by their names, that were valid at some time from {@code from} to {@code to}, both inclusive. */
    PriceList of(Collection<String> models, Instant from, Instant to);
}
