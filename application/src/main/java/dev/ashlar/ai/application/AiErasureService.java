// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@link AiErasure}. */
@ApplicationService
public class AiErasureService {
    private static final int BATCH = 1000;

    private final Interactions interactions;
    private final Budgets budgets;
    private final InstantSource clock;

    AiErasureService(Interactions interactions, Budgets budgets, InstantSource clock) {
        this.interactions = interactions;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Marks a person as erased and deletes the person's budgets. No contents of the person's calls are stored once this is committed. */
    @Transactional
    public void begin(UserId person) {
        interactions.markErased(person, clock.instant());
        budgets.erase(person);
    }

    /** Returns those of these users whose erasure has not begun, or has not ended. */
    public Set<UserId> unfinished(Collection<UserId> people) {
        return interactions.notCleared(people);
    }

    /**
     * Clears a batch of a person's interactions and returns the last one; returns nothing if none is left.
     *
     * @param after last interaction of the batch before; null to begin
     */
    @Transactional
    public Optional<InteractionId> clearInteractions(UserId person, @Nullable InteractionId after) {
        return interactions.clear(person, after, BATCH, clock.instant());
    }

    /** Notes that nothing of a person is left to clear. */
    @Transactional
    public void end(UserId person) {
        interactions.markCleared(person, clock.instant());
    }
}
