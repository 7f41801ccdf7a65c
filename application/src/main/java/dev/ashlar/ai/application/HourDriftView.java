// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProviderId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hour whose statistics differ from its interactions.
 *
 * @param bucket start of the hour
 * @param providerId null if the sum over all providers differs
 * @param model name of the model, as clients name it; null if the sum over all models differs
 * @param byUser true if the sum of the statistics by user differs
 * @param interactions number of stored interactions
 * @param requests number in the statistics
 * @param interactionsUsd costs of the stored interactions in US dollars
 * @param statisticsUsd costs in the statistics in US dollars
 */
public record HourDriftView(
        Instant bucket,
        @Nullable AiProviderId providerId,
        @Nullable String model,
        boolean byUser,
        long interactions,
        long requests,
        BigDecimal interactionsUsd,
        BigDecimal statisticsUsd) {}
