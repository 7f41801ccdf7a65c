// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.SeatOffered;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.admissions.domain.Batch;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Batches;
import dev.ashlar.admissions.domain.Standing;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Seats of batches. Seats that become free are offered to the waiting list in the same transaction. The batch is locked meanwhile,
 * so that two instances offer each seat once. An application is locked before its batch, and those that wait after it.
 */
@Component
class SeatKeeper {
    /** Maximum number of offers in one transaction; a job offers the others. */
    static final int OFFER_BATCH = 200;

    private final Batches batches;
    private final Applications applications;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SeatKeeper(Batches batches, Applications applications, ApplicationEventPublisher events, InstantSource clock) {
        this.batches = batches;
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a seat for a locked application: the offered one, or a free one. Returns false if there is none. */
    boolean take(Application application) {
        var now = clock.instant();
        if (application.hasOffer()) {
            require(batches.takeOffered(application.batchId(), now), application.batchId());
            return true;
        }
        return batches.take(application.batchId(), now);
    }

    /** Returns the seat of a locked application and offers it to the waiting list. */
    void free(Application application) {
        require(batches.free(application.batchId(), clock.instant()), application.batchId());
        offerSeatsOf(application.batchId());
    }

    /** Returns the seat that is offered to a locked application and offers it to the next one. */
    void withdrawOffer(Application application) {
        require(batches.withdrawOffer(application.batchId(), clock.instant()), application.batchId());
        offerSeatsOf(application.batchId());
    }

    private void offerSeatsOf(BatchId id) {
        offer(batches.lock(id).orElseThrow(() -> BatchService.notFound(id)));
    }

    /** Offers free seats of a locked batch to the first who wait; returns the number of offers. */
    int offer(Batch batch) {
        int free = Math.min(batch.seats().free(), OFFER_BATCH);
        if (free < 1 || batch.status() != BatchStatus.OPEN) {
            return 0;
        }
        var now = clock.instant();
        var end = now.plus(Standing.OFFER_TIME);
        var offered = applications.offerSeats(batch.id(), free, now, end);
        if (!offered.isEmpty()) {
            require(batches.offer(batch.id(), offered.size(), now), batch.id());
            offered.forEach(offer -> events.publishEvent(new SeatOffered(offer.id(), offer.userId(), batch.id(), end)));
        }
        return offered.size();
    }

    /** Ends the waiting list of a locked batch that has begun or is cancelled, so that its applicants may choose another batch. */
    void endWaiting(Batch batch, UserId actor) {
        applications.endWaiting(batch.id(), actor, "The batch is " + Labels.of(batch.status()) + ".", clock.instant());
    }

    /** Stops a change of applications that the counters of their batch contradict. */
    private static void require(boolean isCounted, BatchId id) {
        if (!isCounted) {
            throw new IllegalStateException("Seats of batch " + id.value() + " disagree with its applications.");
        }
    }

    /** Says why no seat of the batch could be taken. */
    DomainException refusal(BatchId id) {
        var batch = batches.find(id).orElseThrow(() -> BatchService.notFound(id));
        return batch.status() == BatchStatus.OPEN
                ? AdmissionsProblem.BATCH_FULL.because("All " + batch.seats().capacity() + " seats of batch "
                        + batch.plan().code()
                        + " are taken or promised to its waiting list. Ask for a place on the waiting list.")
                : BatchService.notOpen(batch);
    }

    /** Refuses to wait for a batch that is not open. Locks the batch, so that its waiting list does not end meanwhile. */
    void requireOpen(BatchId id) {
        var batch = batches.lock(id).orElseThrow(() -> BatchService.notFound(id));
        if (batch.status() != BatchStatus.OPEN) {
            throw BatchService.notOpen(batch);
        }
    }
}
