// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import java.time.Instant;
import java.util.Optional;

/**
 * All batches with their seats. Implementations decide every race in the store: of two applicants for the last seat, one gets it.
 */
public interface Batches {
    /** Stores a new batch; a taken code violates a unique constraint. */
    void insert(Batch batch);

    /** Finds a batch by its key. */
    Optional<Batch> find(BatchId id);

    /** Finds a batch and locks it until the transaction ends. */
    Optional<Batch> lock(BatchId id);

    /** Finds an open batch with free seats and a waiting list, and locks it; passes over those that others have locked. */
    Optional<Batch> lockNextWithFreeSeats();

    /** Stores an edited batch if it still has the expected version; returns false otherwise. */
    boolean edit(Batch edited, int expectedVersion, Instant at);

    /** Takes a free seat of an open batch; returns false if there is none, or if others wait for it. */
    boolean take(BatchId id, Instant at);

    /** Takes a seat that is offered; returns false if there is none. */
    boolean takeOffered(BatchId id, Instant at);

    /** Reserves free seats for offers; returns false if the batch does not exist. */
    boolean offer(BatchId id, int seats, Instant at);

    /** Returns the seat of an enrollment; returns false if there is none. */
    boolean free(BatchId id, Instant at);

    /** Returns an offered seat; returns false if there is none. */
    boolean withdrawOffer(BatchId id, Instant at);
}
