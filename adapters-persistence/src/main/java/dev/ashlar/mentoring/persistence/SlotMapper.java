// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.Offer;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import dev.ashlar.mentoring.domain.WithdrawnSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** {@link Slots} by SQL; a row with a booking is a booked slot. */
@Mapper
interface SlotMapper extends Slots {
    @Override
    default int offer(List<OpenSlot> slots, Instant at) {
        return offerAll(slots.stream().map(OpenSlot::offer).toList(), at);
    }

    @Override
    default Optional<Slot> find(SlotId id) {
        return findRow(id).map(Row::slot);
    }

    @Override
    default List<BookedSlot> lockExpired(Instant at, int limit) {
        return booked(lockExpiredRows(at, limit));
    }

    @Override
    default List<BookedSlot> lockUndecided(Instant at, int limit) {
        return booked(lockUndecidedRows(at, at.minus(Booking.TIME_TO_ANSWER), limit));
    }

    @Override
    default List<BookedSlot> lockEnded(Instant endedBy, int limit) {
        return booked(lockEndedRows(endedBy, limit));
    }

    @Override
    default List<BookedSlot> lockFuture(UserId person, Instant at, int limit) {
        return booked(lockFutureRows(person, at, limit));
    }

    @Override
    default List<BookedSlot> cancelAll(List<SlotId> locked, boolean available, String reason, Instant at) {
        return booked(cancelRows(locked, available, reason, at));
    }

    @Override
    default List<BookedSlot> completeAll(List<SlotId> locked, Instant at) {
        return booked(completeRows(locked, at));
    }

    int offerAll(List<Offer> offers, Instant at);

    Optional<Row> findRow(SlotId id);

    List<Row> lockExpiredRows(Instant at, int limit);

    List<Row> lockUndecidedRows(Instant at, Instant requestedBy, int limit);

    List<Row> lockEndedRows(Instant endedBy, int limit);

    List<Row> lockFutureRows(UserId person, Instant at, int limit);

    List<Row> cancelRows(List<SlotId> locked, boolean available, String reason, Instant at);

    List<Row> completeRows(List<SlotId> locked, Instant at);

    private static List<BookedSlot> booked(List<Row> rows) {
        return rows.stream().map(row -> row.slot().booked()).toList();
    }

    /** Columns of a slot. */
    record Row(
            Offer offer,
            SlotStatus status,
            boolean isAvailable,
            @Nullable Booking booking,
            boolean noShow,
            int version) {
        Slot slot() {
            if (booking != null) {
                return new BookedSlot(offer, status, isAvailable, booking, noShow, version);
            }
            return status == SlotStatus.TENTATIVE ? new OpenSlot(offer, version) : new WithdrawnSlot(offer, version);
        }
    }
}
