// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@link Slots} in memory, for tests of one thread. */
public final class InMemorySlots implements Slots {
    private final Mentors mentors;
    private final Map<SlotId, Slot> slots = new LinkedHashMap<>();
    private final Set<SlotId> aside = new HashSet<>();

    public InMemorySlots(Mentors mentors) {
        this.mentors = mentors;
    }

    /** Returns all slots, oldest first. */
    public Collection<Slot> all() {
        return Collections.unmodifiableCollection(slots.values());
    }

    @Override
    public List<UserId> lockCalendars(List<UserId> people) {
        return people;
    }

    @Override
    public OpenRequests countOpenRequests(UserId student, UserId mentor, Instant at) {
        var open = slots.values().stream()
                .filter(slot -> slot.isStudent(student) && slot.startsAt().isAfter(at))
                .filter(slot -> switch (slot.status()) {
                    case MEETING_REQUESTED, UNDER_REVIEW -> true;
                    case CONFIRMED, CANCELLATION_REQUESTED ->
                        slot.booked().booking().terms().priceTokens() == 0;
                    case TENTATIVE, CANCELLED, COMPLETED -> false;
                })
                .toList();
        int withMentor = (int)
                open.stream().filter(slot -> slot.mentorId().equals(mentor)).count();
        return new OpenRequests(open.size(), withMentor);
    }

    @Override
    public boolean add(OpenSlot slot, Instant at) {
        boolean overlaps = taken(slot, Duration.ZERO).findAny().isPresent();
        if (!overlaps) {
            slots.put(slot.id(), slot);
        }
        return !overlaps;
    }

    @Override
    public int offer(List<OpenSlot> offered, Instant at) {
        return (int) offered.stream()
                .sorted(Comparator.comparing(Slot::startsAt))
                .filter(slot -> taken(slot, buffer(slot)).findAny().isEmpty())
                .filter(slot -> slots.values().stream()
                        .noneMatch(other -> other.status() == SlotStatus.CANCELLED
                                && !other.isAvailable()
                                && other.mentorId().equals(slot.mentorId())
                                && span(other).overlaps(span(slot))))
                .filter(slot -> slots.put(slot.id(), slot) == null)
                .count();
    }

    @Override
    public Optional<Slot> find(SlotId id) {
        return Optional.ofNullable(slots.get(id));
    }

    @Override
    public boolean change(SlotChange change) {
        boolean unchanged = isStored(change.before().id(), change.before().version());
        if (unchanged) {
            slots.put(change.after().id(), change.after());
            aside.remove(change.after().id());
        }
        return unchanged;
    }

    @Override
    public boolean withdraw(WithdrawnSlot slot, UserId actor, Instant at) {
        boolean unchanged = isStored(slot.id(), slot.version() - 1);
        if (unchanged) {
            slots.put(slot.id(), slot);
        }
        return unchanged;
    }

    @Override
    public boolean remove(SlotId id, int version) {
        return find(id).filter(slot -> slot instanceof OpenSlot && slot.version() == version)
                .map(slot -> slots.remove(id))
                .isPresent();
    }

    @Override
    public int removeGenerated(UserId mentor, Instant after) {
        return removeOpen(
                slot -> slot.offer().isGenerated()
                        && slot.mentorId().equals(mentor)
                        && slot.startsAt().isAfter(after),
                Integer.MAX_VALUE);
    }

    @Override
    public int removeOpen(UserId mentor, Instant after) {
        return removeOpen(
                slot -> slot.mentorId().equals(mentor) && slot.startsAt().isAfter(after), Integer.MAX_VALUE);
    }

    @Override
    public int removePast(Instant at, int limit) {
        return removeOpen(slot -> !slot.startsAt().isAfter(at), limit);
    }

    @Override
    public List<BookedSlot> lockExpired(Instant at, int limit) {
        return due(
                slot -> (slot.status() == SlotStatus.MEETING_REQUESTED || slot.status() == SlotStatus.UNDER_REVIEW)
                        && slot.booking().requestExpiresAt() != null
                        && !at.isBefore(slot.booking().requestExpiresAt()),
                limit);
    }

    @Override
    public List<BookedSlot> lockUndecided(Instant at, int limit) {
        return due(
                slot -> slot.status() == SlotStatus.CANCELLATION_REQUESTED
                        && !slot.startsAt().isAfter(at)
                        && isAskedInTime(slot, at),
                limit);
    }

    private static boolean isAskedInTime(BookedSlot slot, Instant at) {
        var asked = Objects.requireNonNull(slot.booking().cancelRequestedAt());
        return asked.isBefore(slot.startsAt())
                || !asked.plus(Booking.TIME_TO_ANSWER).isAfter(at);
    }

    @Override
    public List<BookedSlot> lockEnded(Instant endedBy, int limit) {
        return due(
                slot -> slot.status() == SlotStatus.CONFIRMED && !slot.endsAt().isAfter(endedBy), limit);
    }

    @Override
    public List<BookedSlot> lockFuture(UserId person, Instant at, int limit) {
        return due(
                slot -> slot.isOf(person) && slot.startsAt().isAfter(at) && !SlotStatus.LIFECYCLE.endsAt(slot.status()),
                limit);
    }

    @Override
    public List<BookedSlot> cancelAll(List<SlotId> locked, boolean available, String reason, Instant at) {
        return changeAll(locked, slot -> cancelled(slot, available, reason));
    }

    @Override
    public List<BookedSlot> completeAll(List<SlotId> locked, Instant at) {
        return changeAll(locked, slot -> slot.complete(slot.endsAt()));
    }

    @Override
    public int putAside(List<SlotId> locked, Instant at) {
        aside.addAll(locked);
        return locked.size();
    }

    private static BookedSlot cancelled(BookedSlot slot, boolean available, String reason) {
        int steps = slot.status() == SlotStatus.CONFIRMED ? 2 : 1;
        var booking = slot.booking();
        var cancelled = booking.cancelled(
                booking.cancelRequestedBy(),
                booking.cancelRequestedAt(),
                Objects.requireNonNullElse(booking.cancelReason(), reason));
        return new BookedSlot(
                slot.offer(), SlotStatus.CANCELLED, available, cancelled, slot.noShow(), slot.version() + steps);
    }

    private boolean isStored(SlotId id, int version) {
        return find(id).filter(slot -> slot.version() == version).isPresent();
    }

    private List<BookedSlot> due(Predicate<BookedSlot> condition, int limit) {
        return slots.values().stream()
                .filter(slot -> !aside.contains(slot.id()))
                .filter(BookedSlot.class::isInstance)
                .map(BookedSlot.class::cast)
                .filter(condition)
                .limit(limit)
                .toList();
    }

    private List<BookedSlot> changeAll(List<SlotId> ids, UnaryOperator<BookedSlot> how) {
        return ids.stream()
                .map(id -> how.apply(find(id).orElseThrow().booked()))
                .peek(after -> slots.put(after.id(), after))
                .toList();
    }

    private int removeOpen(Predicate<OpenSlot> condition, int limit) {
        var ids = slots.values().stream()
                .filter(OpenSlot.class::isInstance)
                .map(OpenSlot.class::cast)
                .filter(condition)
                .limit(limit)
                .map(OpenSlot::id)
                .toList();
        ids.forEach(slots::remove);
        return ids.size();
    }

    private Stream<Slot> taken(Slot slot, Duration buffer) {
        var wanted =
                new InstantRange(slot.startsAt().minus(buffer), slot.endsAt().plus(buffer));
        return slots.values().stream()
                .filter(other -> other.mentorId().equals(slot.mentorId()))
                .filter(other -> other.status() != SlotStatus.CANCELLED)
                .filter(other -> span(other).overlaps(wanted));
    }

    private Duration buffer(Slot slot) {
        return mentors.find(slot.mentorId())
                .map(mentor -> mentor.profile().plan().buffer())
                .orElse(Duration.ZERO);
    }

    private static InstantRange span(Slot slot) {
        return new InstantRange(slot.startsAt(), slot.endsAt());
    }
}
