package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** {@link Slots} for tests of one thread. */
public final class InMemorySlots implements Slots {
    private final Mentors mentors;
    private final Map<SlotId, Slot> slots = new LinkedHashMap<>();
    private final List<SlotChange> changes = new ArrayList<>();
    private final Set<SlotId> aside = new HashSet<>();

    public InMemorySlots(Mentors mentors) {
        this.mentors = mentors;
    }

    /** All of them, oldest first. */
    public Collection<Slot> all() {
        return Collections.unmodifiableCollection(slots.values());
    }

    /** What was done with them, oldest first. */
    public List<SlotChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    @Override
    public List<UserId> lockCalendars(List<UserId> people) {
        return people;
    }

    @Override
    public boolean add(Slot slot, Instant at) {
        boolean overlaps = taken(slot, Duration.ZERO).findAny().isPresent();
        if (!overlaps) {
            slots.put(slot.id(), slot);
        }
        return !overlaps;
    }

    @Override
    public int offer(List<Slot> offered, Instant at) {
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
        boolean unchanged = find(change.before().id())
                .filter(stored -> stored.version() == change.before().version())
                .isPresent();
        if (unchanged) {
            slots.put(change.after().id(), change.after());
            aside.remove(change.after().id());
            changes.add(change);
        }
        return unchanged;
    }

    @Override
    public boolean remove(SlotId id, int version) {
        return find(id).filter(slot -> slot.version() == version && slot.status() == SlotStatus.TENTATIVE)
                .map(slot -> slots.remove(id))
                .isPresent();
    }

    @Override
    public int removeGenerated(UserId mentor, Instant after) {
        return removeOpen(
                slot -> slot.isGenerated()
                        && slot.mentorId().equals(mentor)
                        && slot.startsAt().isAfter(after),
                Integer.MAX_VALUE);
    }

    @Override
    public int removePast(Instant at, int limit) {
        return removeOpen(slot -> !slot.startsAt().isAfter(at), limit);
    }

    @Override
    public List<Slot> lockExpired(Instant at, int limit) {
        return due(
                slot -> (slot.status() == SlotStatus.MEETING_REQUESTED || slot.status() == SlotStatus.UNDER_REVIEW)
                        && slot.booked().requestExpiresAt() != null
                        && !at.isBefore(slot.booked().requestExpiresAt()),
                limit);
    }

    @Override
    public List<Slot> lockUndecided(Instant at, int limit) {
        return due(
                slot -> slot.status() == SlotStatus.CANCELLATION_REQUESTED
                        && !slot.startsAt().isAfter(at),
                limit);
    }

    @Override
    public List<Slot> lockEnded(Instant endedBy, int limit) {
        return due(
                slot -> slot.status() == SlotStatus.CONFIRMED && !slot.endsAt().isAfter(endedBy), limit);
    }

    @Override
    public List<Slot> lockFuture(UserId person, Instant at, int limit) {
        return due(
                slot -> slot.isOf(person) && slot.startsAt().isAfter(at) && !SlotStatus.LIFECYCLE.endsAt(slot.status()),
                limit);
    }

    @Override
    public List<Slot> cancelAll(List<SlotId> locked, List<SlotId> openAgain, String reason, Instant at) {
        return changeAll(locked, slot -> cancelled(slot, openAgain.contains(slot.id()), reason), at);
    }

    @Override
    public List<Slot> completeAll(List<SlotId> locked, Instant at) {
        return changeAll(locked, slot -> slot.complete(slot.endsAt()), at);
    }

    @Override
    public int putAside(List<SlotId> locked, Instant at) {
        aside.addAll(locked);
        return locked.size();
    }

    private static Slot cancelled(Slot slot, boolean available, String reason) {
        int steps = slot.status() == SlotStatus.CONFIRMED ? 2 : 1;
        var booking = slot.booking();
        return new Slot(
                slot.id(),
                slot.mentorId(),
                slot.startsAt(),
                slot.endsAt(),
                SlotStatus.CANCELLED,
                available,
                slot.isGenerated(),
                booking == null
                        ? null
                        : booking.cancelled(
                                booking.cancelRequestedBy(),
                                booking.cancelRequestedAt(),
                                Objects.requireNonNullElse(booking.cancelReason(), reason)),
                slot.version() + steps);
    }

    private List<Slot> due(Predicate<Slot> which, int limit) {
        return slots.values().stream()
                .filter(slot -> !aside.contains(slot.id()))
                .filter(which)
                .limit(limit)
                .toList();
    }

    private List<Slot> changeAll(List<SlotId> ids, UnaryOperator<Slot> how, Instant at) {
        return ids.stream()
                .map(id -> find(id).orElseThrow())
                .map(before -> {
                    var after = how.apply(before);
                    slots.put(before.id(), after);
                    changes.add(new SlotChange(before, after, null, null, at));
                    return after;
                })
                .toList();
    }

    private int removeOpen(Predicate<Slot> which, int limit) {
        var ids = slots.values().stream()
                .filter(slot -> slot.status() == SlotStatus.TENTATIVE)
                .filter(which)
                .limit(limit)
                .map(Slot::id)
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
                .map(mentor -> Duration.ofMinutes(mentor.profile().bufferMinutes()))
                .orElse(Duration.ZERO);
    }

    private static InstantRange span(Slot slot) {
        return new InstantRange(slot.startsAt(), slot.endsAt());
    }
}
