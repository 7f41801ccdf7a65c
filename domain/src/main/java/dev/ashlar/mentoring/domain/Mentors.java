// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Store of mentors. */
public interface Mentors {
    /** Stores a new mentor; returns false if the person is already one. */
    boolean add(Mentor mentor, Instant at);

    Optional<Mentor> find(UserId userId);

    /** Stores an edited profile if the stored version is the previous one; locks the mentor until the transaction ends. */
    boolean edit(Mentor edited, Instant at);

    /** Counts an edit of the availability if the version is the stored one; locks the mentor until the transaction ends. */
    boolean countAvailabilityEdit(UserId userId, int version, Instant at);

    /** Deactivates a mentor; returns false if the person is inactive already, or no mentor. */
    boolean deactivate(UserId userId, Instant at);

    /** Erases the presentation of a mentor, if the user is one, and the places of the mentor's meetings, which may be private. */
    void erasePitch(UserId userId, Instant at);

    /** Finds the next active mentor without generated slots for the days before {@code until}, in the order of ids; null to begin. */
    Optional<UserId> findWithoutSlots(LocalDate until, @Nullable UserId after);

    /**
     * Locks an active mentor without generated slots for the days before {@code until}, until the transaction ends; finds none if
     * another transaction has locked the mentor.
     */
    Optional<Mentor> lockWithoutSlots(UserId userId, LocalDate until);

    /** Records that slots are generated for the days before {@code until}. */
    boolean noteSlotsUntil(UserId userId, LocalDate until);
}
