// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.BudgetHold;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of chat completions.
 *
 * @param maxBodySize maximum size of a request, with its images
 * @param maxOpen maximum number of calls that wait for a provider at once
 * @param maxOpenOfAUser maximum number of those of one user
 * @param totalTime longest time of an attempt at one provider
 */
@ConfigurationProperties("ashlar.ai.chat")
record ChatLimits(
        @DefaultValue("8MB") DataSize maxBodySize,
        @DefaultValue("500") int maxOpen,
        @DefaultValue("20") int maxOpenOfAUser,
        @DefaultValue("15m") Duration totalTime) {
    ChatLimits {
        if (totalTime.compareTo(BudgetHold.LIFETIME) >= 0) {
            throw new IllegalArgumentException(
                    "ashlar.ai.chat.total-time must be shorter than the budgets' holds live: "
                            + BudgetHold.LIFETIME.toMinutes() + " minutes");
        }
    }
}
