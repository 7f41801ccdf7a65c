// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Store of slots and their transitions. It decides every race: slots of one mentor never overlap, nor do meetings of one
 * student, and of two bookings of a slot one succeeds.
 */
public interface Slots {
    /**
     * Locks the calendars of these people until the transaction ends, in the order of their ids. Whatever is put into a
     * calendar is put there under its lock, which is taken before any lock of a slot or a wallet.
     */
    List<UserId> lockCalendars(List<UserId> people);

    /** Counts requests without a decision and free meetings of a student that start after that. */
    OpenRequests countOpenRequests(UserId student, UserId mentor, Instant at);

    /** Stores a slot that its mentor offers; returns false if it overlaps another slot of the mentor. */
    boolean add(OpenSlot slot, Instant at);

    /**
     * Stores generated or reopened slots, except those within the mentor's buffer to another slot and those at a time
     * that the mentor withdrew; returns the number stored.
     */
    int offer(List<OpenSlot> slots, Instant at);

    Optional<Slot> find(SlotId id);

    /** Stores a change and its transition if the slot is unchanged since; returns false if another change was first. */
    boolean change(SlotChange change);

    /** Stores a withdrawal and its transition if the slot is unchanged since; returns false if another change was first. */
    boolean withdraw(WithdrawnSlot slot, UserId actor, Instant at);

    /** Removes an open slot of that version, whose time is used otherwise; returns false if it was changed. */
    boolean remove(SlotId id, int version);

    /** Removes a mentor's generated open slots that start after that; returns their number. */
    int removeGenerated(UserId mentor, Instant after);

    /** Removes all open slots of a mentor that start after that; returns their number. */
    int removeOpen(UserId mentor, Instant after);

    /** Removes up to {@code limit} open slots whose start has passed; returns their number. */
    int removePast(Instant at, int limit);

    /**
     * Locks up to {@code limit} expired requests until the transaction ends. Like all locks for jobs, it skips slots that
     * are put aside or locked by others.
     */
    List<BookedSlot> lockExpired(Instant at, int limit);

    /**
     * Locks up to {@code limit} meetings that have started with an undecided cancellation. One that was requested after the
     * start is left to the other participant for {@link Booking#TIME_TO_ANSWER}.
     */
    List<BookedSlot> lockUndecided(Instant at, int limit);

    /** Locks up to {@code limit} confirmed meetings that ended by then. */
    List<BookedSlot> lockEnded(Instant endedBy, int limit);

    /**
     * Locks up to {@code limit} booked slots of this mentor or student that are neither ended nor started; waits for slots that are
     * locked by others.
     */
    List<BookedSlot> lockFuture(UserId person, Instant at, int limit);

    /**
     * Cancels booked slots that the caller has locked; a confirmed one takes both steps of its lifecycle. A reason that a
     * requester has given is kept.
     *
     * @param available true if their time may be offered again
     * @return the cancelled slots
     */
    List<BookedSlot> cancelAll(List<SlotId> locked, boolean available, String reason, Instant at);

    /** Completes confirmed meetings that the caller has locked; returns the completed ones. */
    List<BookedSlot> completeAll(List<SlotId> locked, Instant at);

    /** Puts locked slots aside whose tokens cannot be moved: jobs skip them until a person has changed them. */
    int putAside(List<SlotId> locked, Instant at);
}
