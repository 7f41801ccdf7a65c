// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link Batches} for tests of one thread. */
final class InMemoryBatches implements Batches {
    private final Map<BatchId, Batch> batches = new LinkedHashMap<>();
    private final Predicate<BatchId> isWaitedFor;

    InMemoryBatches(Predicate<BatchId> isWaitedFor) {
        this.isWaitedFor = isWaitedFor;
    }

    List<Batch> all() {
        return List.copyOf(batches.values());
    }

    @Override
    public void insert(Batch batch) {
        batches.put(batch.id(), batch);
    }

    @Override
    public Optional<Batch> find(BatchId id) {
        return Optional.ofNullable(batches.get(id));
    }

    @Override
    public Optional<Batch> lock(BatchId id) {
        return find(id);
    }

    @Override
    public Optional<Batch> lockNextWithFreeSeats() {
        return batches.values().stream()
                .filter(batch -> hasFreeSeat(batch) && isWaitedFor.test(batch.id()))
                .findFirst();
    }

    @Override
    public boolean edit(Batch edited, int expectedVersion, Instant at) {
        boolean unchanged = find(edited.id())
                .filter(batch -> batch.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            put(edited, edited.seats(), expectedVersion + 1);
        }
        return unchanged;
    }

    @Override
    public boolean take(BatchId id, Instant at) {
        boolean hasSeat = find(id).filter(batch -> hasFreeSeat(batch)).isPresent() && !isWaitedFor.test(id);
        if (hasSeat) {
            move(id, 1, 0);
        }
        return hasSeat;
    }

    @Override
    public boolean takeOffered(BatchId id, Instant at) {
        return move(id, 1, -1);
    }

    @Override
    public boolean offer(BatchId id, int seats, Instant at) {
        return move(id, 0, seats);
    }

    @Override
    public boolean free(BatchId id, Instant at) {
        return move(id, -1, 0);
    }

    @Override
    public boolean withdrawOffer(BatchId id, Instant at) {
        return move(id, 0, -1);
    }

    private static boolean hasFreeSeat(Batch batch) {
        return batch.status() == BatchStatus.OPEN && batch.seats().free() > 0;
    }

    private boolean move(BatchId id, int enrolled, int offered) {
        var found = batches.get(id);
        if (found == null
                || found.seats().enrolledCount() + enrolled < 0
                || found.seats().offeredCount() + offered < 0) {
            return false;
        }
        put(found, enrolled, offered);
        return true;
    }

    private void put(Batch batch, int enrolled, int offered) {
        var seats = batch.seats();
        put(
                batch,
                new Seats(seats.capacity(), seats.enrolledCount() + enrolled, seats.offeredCount() + offered),
                batch.version());
    }

    private void put(Batch batch, Seats seats, int version) {
        insert(new Batch(
                batch.id(), batch.courseId(), batch.plan(), seats, batch.status(), batch.createdAt(), version));
    }
}
