// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/**
 * Language model without its prices.
 *
 * @param factory name of its maker
 * @param active true if it may be called
 * @param version version for {@code If-Match}
 */
public record LlmRow(
        LlmId id,
        String factory,
        String name,
        @Flat LlmLimits limits,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
