// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All applications. Implementations decide every race in the store: a change is stored if nothing has changed the application
 * since it was read.
 */
public interface Applications {
    /**
     * Stores a new application. Returns false if the applicant has one for the course that is not over, or has created {@link
     * Application#MAX_A_DAY} within 24 hours.
     */
    boolean insert(Application application);

    /** Finds an application by its key. */
    Optional<Application> find(ApplicationId id);

    /** Finds the application of a person for a course that is neither rejected nor withdrawn. */
    Optional<Application> findLive(UserId userId, CourseId courseId);

    /** Finds an application and locks it until the transaction ends. */
    Optional<Application> lock(ApplicationId id);

    /** Stores the next state of an application of this version; returns false if it has another version. */
    boolean change(Application next, int expectedVersion, Instant at);

    /**
     * Offers seats of a batch to the first applicants on its waiting list, in the order of their time and then their key. The
     * caller has locked the batch.
     *
     * @param seats number of free seats
     * @return applications to which a seat is offered now
     */
    List<SeatOffer> offerSeats(BatchId batch, int seats, Instant at, Instant expiresAt);

    /**
     * Takes all applications off the waiting list of a batch; they are accepted without an offer. The caller has locked the batch.
     *
     * @param actor person who has begun or cancelled the batch
     * @param note reason, for the history
     * @return number of applications
     */
    int endWaiting(BatchId batch, UserId actor, String note, Instant at);

    /** Ends offers that have expired and returns their seats; returns the number of offers. */
    int endExpiredOffers(Instant at, int limit);

    /**
     * Withdraws the applications of a deactivated person that have no seat and are not over, ends their discount requests, and
     * returns the seats that are offered to the person; returns the number of applications.
     */
    int withdrawUnseated(UserId userId, Instant at);

    /** Clears the colleges of a person's applications. */
    void clearColleges(UserId userId, Instant at);
}
