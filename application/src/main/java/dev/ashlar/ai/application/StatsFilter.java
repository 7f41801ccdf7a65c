// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Calls that statistics are about; null means any.
 *
 * @param model name of the model, as the client names it
 */
public record StatsFilter(
        @Nullable UserId userId,
        @Nullable AiProviderId providerId,
        @Nullable String model) {

    /** Returns the filter for the figures that a caller may see: all for administrators, their own for others. */
    StatsFilter visibleTo(Actor actor) {
        if (actor.isAdmin()) {
            return this;
        }
        if (userId != null && !userId.equals(actor.userId())) {
            throw KernelProblem.FORBIDDEN.because(
                    "The statistics belong to another user. Omit userId to request your own.");
        }
        return new StatsFilter(actor.userId(), providerId, model);
    }
}
