// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Interaction without its contents.
 *
 * @param usage tokens of the call; null if unknown
 * @param totalTokens tokens of request and answer; null if unknown
 * @param costUsd cost in US dollars by the prices at the time of the call; null if the model had no price or the tokens are unknown
 * @param createdAt time of the call
 * @param updatedAt time of the last change of the status, or of the erasure of the contents
 */
public record InteractionView(
        InteractionId id,
        InteractionOrigin origin,
        CallResult result,
        @Nullable TokenUsage usage,
        @Nullable Long totalTokens,
        @Nullable BigDecimal costUsd,
        Instant createdAt,
        Instant updatedAt) {}
