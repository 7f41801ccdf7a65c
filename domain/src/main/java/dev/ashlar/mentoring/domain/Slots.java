package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All slots, and the record of what was done with them. The store decides every race: a mentor's slots never overlap, nor
 * do a student's meetings, and of two who want a slot one gets it.
 */
public interface Slots {
    /**
     * Locks the time of these people until the transaction ends, in the order of their ids: whoever puts something into
     * it comes after the other, and sees what the other has put there. Comes before all locks of slots and wallets.
     */
    List<UserId> lockCalendars(List<UserId> people);

    /** Stores a slot that its mentor offers; false if it overlaps another one of theirs. */
    boolean add(Slot slot, Instant at);

    /**
     * Stores those of these generated or reopened slots that leave the mentor's buffer to their other slots and are not
     * at a time that they have taken back; returns how many.
     */
    int offer(List<Slot> slots, Instant at);

    Optional<Slot> find(SlotId id);

    /** Stores a change and its record, if the slot is still as it was before; false if somebody else was first. */
    boolean change(SlotChange change);

    /** Removes an open slot without a trace, if it is still of that version: its time is used for something else. */
    boolean remove(SlotId id, int version);

    /** Removes a mentor's open slots that were generated and start after that; returns how many. */
    int removeGenerated(UserId mentor, Instant after);

    /** Removes up to {@code limit} open slots whose start has passed; returns how many. */
    int removePast(Instant at, int limit);

    /**
     * Up to {@code limit} requests that were not answered in time. Like all that are locked for a job, these slots stay as
     * they are until the transaction ends, and slots that were put aside, or that somebody is changing, are not among them.
     */
    List<Slot> lockExpired(Instant at, int limit);

    /** Locks up to {@code limit} meetings that somebody asked to cancel, and nobody decided on until their start. */
    List<Slot> lockUndecided(Instant at, int limit);

    /** Locks up to {@code limit} confirmed meetings that ended by then. */
    List<Slot> lockEnded(Instant endedBy, int limit);

    /**
     * Locks up to {@code limit} slots of this mentor or student that have neither ended nor started; waits for whoever is
     * changing one of them.
     */
    List<Slot> lockFuture(UserId person, Instant at, int limit);

    /**
     * Cancels slots that the caller has locked; a confirmed one takes both steps of its lifecycle. What somebody has said
     * why it is to be cancelled stands.
     *
     * @param openAgain those of them whose time may be offered to others
     * @return the slots as they are then
     */
    List<Slot> cancelAll(List<SlotId> locked, List<SlotId> openAgain, String reason, Instant at);

    /** Completes confirmed meetings that the caller has locked; returns them as they are then. */
    List<Slot> completeAll(List<SlotId> locked, Instant at);

    /** Puts slots aside whose tokens cannot be moved: no job touches them until a person has changed them. */
    int putAside(List<SlotId> locked, Instant at);
}
