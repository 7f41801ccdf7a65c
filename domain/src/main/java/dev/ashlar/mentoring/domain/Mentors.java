package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All mentors. */
public interface Mentors {
    /** Stores a new mentor; false if the person is one already. */
    boolean add(Mentor mentor, Instant at);

    Optional<Mentor> find(UserId userId);

    /** Stores an edited profile, if the stored version is the one before; locks the mentor until the transaction ends. */
    boolean edit(Mentor edited, Instant at);

    /** Counts an edit of the availability, if that is the stored version; locks the mentor until the transaction ends. */
    boolean countAvailabilityEdit(UserId userId, int version, Instant at);

    /** Takes a mentor out of what can be had; false if they are out already, or no mentor. */
    boolean deactivate(UserId userId, Instant at);

    /**
     * Active mentors who have no slots for the days before {@code until} yet, at most {@code limit}, locked until the
     * transaction ends; those that others hold are left for the next time.
     */
    List<Mentor> withoutSlotsUntil(LocalDate until, int limit);

    /** Notes that slots are made for the days before {@code until}; returns for how many of these mentors. */
    int noteSlotsUntil(List<UserId> mentors, LocalDate until);
}
