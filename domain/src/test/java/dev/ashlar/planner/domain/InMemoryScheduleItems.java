// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link ScheduleItems} without a database, for tests of one thread. */
public final class InMemoryScheduleItems implements ScheduleItems {
    private final Map<String, ScheduleItem> items = new TreeMap<>();
    private final Set<ScheduleItemId> hidden = new HashSet<>();
    private final Map<ScheduleItemId, Instant> deletedAt = new HashMap<>();

    @Override
    public void insert(ScheduleItem item) {
        items.put(key(item.id().value()), item);
    }

    @Override
    public Optional<ScheduleItem> find(UserId owner, ScheduleItemId id) {
        return of(owner).filter(item -> item.id().equals(id)).findFirst();
    }

    @Override
    public List<ScheduleItem> between(UserId owner, InstantRange range, int limit) {
        return of(owner)
                .filter(item -> item.cover().overlaps(range))
                .limit(limit)
                .toList();
    }

    @Override
    public int countExceptions(UserId owner) {
        return items.values().stream()
                .filter(item -> item.ownerId().equals(owner))
                .mapToInt(item -> item.exceptions().occurrences().size())
                .sum();
    }

    @Override
    public List<ScheduleItem> page(UserId owner, @Nullable UUID after, int limit) {
        return of(owner)
                .filter(item -> after == null || key(item.id().value()).compareTo(key(after)) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean update(ScheduleItem changed, int expectedVersion) {
        boolean current = has(changed.ownerId(), changed.id(), expectedVersion);
        if (current) {
            insert(versioned(changed, expectedVersion + 1));
        }
        return current;
    }

    @Override
    public boolean trash(UserId owner, ScheduleItemId id, int version, Instant now) {
        boolean trashed = has(owner, id, version) && hidden.add(id);
        if (trashed) {
            deletedAt.put(id, now);
        }
        return trashed;
    }

    @Override
    public boolean restore(UserId owner, ScheduleItemId id, Instant now) {
        var item = items.get(key(id.value()));
        if (item == null || !item.ownerId().equals(owner) || deletedAt.remove(id) == null) {
            return false;
        }
        hidden.remove(id);
        insert(versioned(item, item.version() + 2));
        return true;
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = deletedAt.entrySet().stream()
                .filter(deleted -> deleted.getValue().isBefore(deletedBefore))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        old.forEach(this::remove);
        return old.size();
    }

    @Override
    public int erase(UserId owner, int limit) {
        var some = items.values().stream()
                .filter(item -> item.ownerId().equals(owner))
                .map(ScheduleItem::id)
                .limit(limit)
                .toList();
        some.forEach(this::remove);
        return some.size();
    }

    @Override
    public int putMeeting(Meeting meeting, List<MeetingParticipant> participants) {
        return participants.stream()
                .mapToInt(participant -> put(meeting, participant) ? 1 : 0)
                .sum();
    }

    @Override
    public int purgeMeetings(Instant endedBefore, int limit) {
        var over = items.values().stream()
                .filter(item -> hidden.contains(item.id()) && item.source() != null)
                .filter(item -> ends(item).isBefore(endedBefore))
                .sorted(Comparator.comparing(InMemoryScheduleItems::ends))
                .limit(limit)
                .toList();
        over.forEach(item -> remove(item.id()));
        return over.size();
    }

    private void remove(ScheduleItemId id) {
        items.remove(key(id.value()));
        deletedAt.remove(id);
    }

    private boolean put(Meeting meeting, MeetingParticipant participant) {
        var known = items.values().stream()
                .filter(item -> item.ownerId().equals(participant.ownerId())
                        && item.source() != null
                        && item.source().sourceId().equals(meeting.slotId()))
                .findFirst();
        if (known.map(ScheduleItem::source)
                .filter(source -> source.sourceVersion() >= meeting.version())
                .isPresent()) {
            return false;
        }
        var id = known.map(ScheduleItem::id).orElse(participant.id());
        var time = new ItemTime(meeting.startsAt(), meeting.endsAt(), null, null, "UTC");
        var item = ScheduleItem.of(
                        id,
                        participant.ownerId(),
                        new ItemDetails(participant.title(), null, time, null),
                        meeting.toldAt())
                .from(new ItemSource(ItemSourceType.SLOT, meeting.slotId(), meeting.version()));
        insert(versioned(item, known.map(ScheduleItem::version).orElse(-1) + 1));
        hidden.remove(id);
        if (meeting.cancelledAt() != null) {
            hidden.add(id);
        }
        return true;
    }

    private Stream<ScheduleItem> of(UserId owner) {
        return items.values().stream().filter(item -> item.ownerId().equals(owner) && !hidden.contains(item.id()));
    }

    private boolean has(UserId owner, ScheduleItemId id, int version) {
        return find(owner, id).filter(item -> item.version() == version).isPresent();
    }

    private static ScheduleItem versioned(ScheduleItem item, int version) {
        return new ScheduleItem(
                item.id(),
                item.ownerId(),
                item.details(),
                item.exceptions(),
                item.source(),
                item.createdAt(),
                item.updatedAt(),
                version);
    }

    private static Instant ends(ScheduleItem item) {
        return Objects.requireNonNull(item.details().time().endsAt());
    }

    private static String key(UUID id) {
        return id.toString();
    }
}
