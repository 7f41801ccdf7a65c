// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interactions with language models. An interaction is found by its id alone, because that has the time of the call in it. */
public interface Interactions {
    /** Stores interactions in one statement; returns the ids of those that were not stored before. No id may come twice. */
    Set<InteractionId> insert(List<Interaction> interactions);

    /**
     * Moves a pending interaction to another status; returns false if there is no such one that is pending.
     *
     * @param owner caller of the interaction; null for that of any user
     * @param error reason for the failure; null unless the status is failed
     */
    boolean change(
            InteractionId id, @Nullable UserId owner, InteractionStatus status, @Nullable String error, Instant now);

    /**
     * Moves the earliest pending interactions that meet the conditions to processed; returns their number. Passes over those that another
     * transaction is changing.
     */
    int process(InteractionFilter filter, int limit, Instant now);

    /** Clears contents and traces of a batch of a person's interactions; returns the size of the batch. */
    int clear(UserId person, int limit, Instant now);
}
