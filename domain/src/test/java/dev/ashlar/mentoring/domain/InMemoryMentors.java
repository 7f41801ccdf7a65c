// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Mentors} for tests of one thread. */
public final class InMemoryMentors implements Mentors {
    private static final Comparator<UserId> ORDER =
            Comparator.comparing(id -> id.value().toString());

    private final Map<UserId, Mentor> mentors = new LinkedHashMap<>();

    @Override
    public boolean add(Mentor mentor, Instant at) {
        return mentors.putIfAbsent(mentor.userId(), mentor) == null;
    }

    @Override
    public Optional<Mentor> find(UserId userId) {
        return Optional.ofNullable(mentors.get(userId));
    }

    @Override
    public boolean edit(Mentor edited, Instant at) {
        var before = mentors.get(edited.userId());
        if (before == null || before.version() != edited.version() - 1) {
            return false;
        }
        store(before, edited.profile(), edited.earningTokens(), before.slotsUntil(), edited.version(), 0);
        return true;
    }

    @Override
    public boolean countAvailabilityEdit(UserId userId, int version, Instant at) {
        var before = mentors.get(userId);
        if (before == null || before.availabilityVersion() != version) {
            return false;
        }
        store(before, before.profile(), before.earningTokens(), before.slotsUntil(), before.version(), 1);
        return true;
    }

    @Override
    public boolean deactivate(UserId userId, Instant at) {
        var before = mentors.get(userId);
        if (before == null || !before.profile().isActive()) {
            return false;
        }
        var away = Meetings.away(before.profile());
        store(before, away, before.earningTokens(), before.slotsUntil(), before.version() + 1, 0);
        return true;
    }

    @Override
    public void erasePitch(UserId userId, Instant at) {
        var before = mentors.get(userId);
        if (before != null) {
            var profile = before.profile();
            var erased = new MentorProfile(
                    new MentorPitch("Deleted user", null, List.of()),
                    profile.plan(),
                    profile.terms(),
                    null,
                    profile.isActive());
            store(before, erased, before.earningTokens(), before.slotsUntil(), before.version() + 1, 0);
        }
    }

    @Override
    public Optional<UserId> findWithoutSlots(LocalDate until, @Nullable UserId after) {
        return mentors.values().stream()
                .filter(mentor -> isWithoutSlots(mentor, until))
                .map(Mentor::userId)
                .filter(id -> after == null || ORDER.compare(id, after) > 0)
                .min(ORDER);
    }

    @Override
    public Optional<Mentor> lockWithoutSlots(UserId userId, LocalDate until) {
        return find(userId).filter(mentor -> isWithoutSlots(mentor, until));
    }

    private static boolean isWithoutSlots(Mentor mentor, LocalDate until) {
        return mentor.profile().isActive()
                && (mentor.slotsUntil() == null || mentor.slotsUntil().isBefore(until));
    }

    @Override
    public boolean noteSlotsUntil(UserId userId, LocalDate until) {
        var before = mentors.get(userId);
        if (before != null) {
            store(before, before.profile(), before.earningTokens(), until, before.version(), 0);
        }
        return before != null;
    }

    private void store(
            Mentor before, MentorProfile profile, long earning, @Nullable LocalDate until, int version, int edits) {
        mentors.put(
                before.userId(),
                new Mentor(before.userId(), profile, earning, until, version, before.availabilityVersion() + edits));
    }
}
