package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.admissions.domain.Batches;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Offers of seats, and places on waiting lists, that end without their applicants. */
@ApplicationService
public class SeatHousekeeping {
    private static final int EXPIRY_BATCH = 200;

    private final Applications applications;
    private final Batches batches;
    private final SeatKeeper seats;
    private final InstantSource clock;

    SeatHousekeeping(Applications applications, Batches batches, SeatKeeper seats, InstantSource clock) {
        this.applications = applications;
        this.batches = batches;
        this.seats = seats;
        this.clock = clock;
    }

    /** Withdraws the applications of a person that are on waiting lists; returns their number. */
    @Transactional
    public int leaveWaitingLists(UserId userId, Instant at) {
        return applications.leaveWaitingLists(userId, at);
    }

    /** Ends a batch of expired offers and returns their seats; returns the number of offers. */
    @Job(name = "admissions.end-offers", every = "1m")
    @Transactional
    public int endExpiredOffers() {
        return applications.endExpiredOffers(clock.instant(), EXPIRY_BATCH);
    }

    /**
     * Offers the free seats of one batch to those who wait for it; returns the number of offers. Such seats are left by expired
     * offers, and by applicants who joined the list while the last seat became free.
     */
    @Job(name = "admissions.offer-seats", every = "1m")
    @Transactional
    public int offerSeats() {
        return batches.lockNextWithFreeSeats().map(seats::offer).orElse(0);
    }
}
