// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.admissions.domain.Batches;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Offers of seats and applications that end without their applicants. */
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

    /**
     * Withdraws the applications of a deactivated person that have no seat, and returns the seats that are offered to them; returns
     * their number. A job offers these seats to others: a transaction with several batches that also locked those who wait could
     * deadlock.
     */
    @Transactional
    public int withdrawUnseated(UserId userId, Instant at) {
        return applications.withdrawUnseated(userId, at);
    }

    /** Clears the colleges of the applications of a person who has deleted the account. */
    @Transactional
    public void clearColleges(UserId userId) {
        applications.clearColleges(userId, clock.instant());
    }

    /** Ends a batch of expired offers and returns their seats; returns the number of offers. */
    @Job(name = "admissions.end-offers", every = "1m")
    @Transactional
    public int endExpiredOffers() {
        return applications.endExpiredOffers(clock.instant(), EXPIRY_BATCH);
    }

    /**
     * Offers the free seats of one batch to those who wait for it; returns the number of offers. Such seats are left by expired
     * offers, by deactivated users, and by applicants who joined the list while the last seat became free.
     */
    @Job(name = "admissions.offer-seats", every = "1m")
    @Transactional
    public int offerSeats() {
        return batches.lockNextWithFreeSeats().map(seats::offer).orElse(0);
    }
}
