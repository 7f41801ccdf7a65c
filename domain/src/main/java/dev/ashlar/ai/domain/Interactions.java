// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interactions with language models. An interaction is found by its id alone, because that has the time of the call in it. */
public interface Interactions {
    /**
     * Stores interactions in one statement, those of erased users without contents and trace; returns the ids of those that were not stored
     * before. No id may come twice. Until the transaction of the caller ends, no user is erased, and no budget is added or deleted. Callers do
     * not wait for each other.
     */
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

    /**
     * Marks a user as erased, for good: contents and traces of the user's interactions are not stored any more. Waits for running
     * transactions that store interactions, so that {@link #clear} finds, once this is committed, all that were stored before. May be repeated.
     */
    void markErased(UserId person, Instant now);

    /** Returns those of these users that are not erased. */
    Set<UserId> notErased(Collection<UserId> people);

    /**
     * Clears contents and traces of the earliest of a person's interactions that have any; returns the last one that was cleared. Each batch
     * begins where the one before ended, because looking for it again takes longer with each batch.
     *
     * @param after last interaction of the batch before; null to begin
     */
    Optional<InteractionId> clear(UserId person, @Nullable InteractionId after, int limit, Instant now);

    /** Notes that no contents and traces of an erased user are left. */
    void markCleared(UserId person, Instant now);

    /** Returns those of these users who are not erased, or of whom contents and traces may be left. */
    Set<UserId> notCleared(Collection<UserId> people);
}
