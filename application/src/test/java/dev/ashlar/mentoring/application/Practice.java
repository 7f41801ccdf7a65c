// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.InMemoryAvailabilities;
import dev.ashlar.mentoring.domain.InMemoryMentors;
import dev.ashlar.mentoring.domain.InMemorySlotFeedbacks;
import dev.ashlar.mentoring.domain.InMemorySlots;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Services of mentoring over stores in memory, with a fixed clock and recorded events. */
class Practice {
    final IdSource ids = IdSource.timeOrdered();
    final InMemoryMentors mentorStore = new InMemoryMentors();
    final InMemoryAvailabilities availabilities = new InMemoryAvailabilities();
    final InMemorySlots slotStore = new InMemorySlots(mentorStore);
    final InMemorySlotFeedbacks feedbacks = new InMemorySlotFeedbacks();
    final InMemoryLedger ledger = new InMemoryLedger();
    final List<Object> events = new ArrayList<>();
    private Instant now = Meetings.NOW;

    final KnownPeople people = new KnownPeople();
    private final NoMentoringViews views = new NoMentoringViews();
    private final Settlement settlement = new Settlement(ledger);
    private final SlotKeeper keeper = new SlotKeeper(slotStore, mentorStore, people);
    private final SlotMaker maker = new SlotMaker(mentorStore, availabilities, slotStore, keeper, ids, () -> now);

    final MentorService mentors = mentors(availabilities);
    final SlotService slots = new SlotService(slotStore, keeper, mentorStore, views, ids, () -> now);
    final BookingService bookings =
            new BookingService(slotStore, keeper, maker, settlement, events::add, ids, () -> now);
    final MeetingService meetings =
            new MeetingService(keeper, maker, feedbacks, people, settlement, events::add, ids, () -> now);
    final SlotHousekeeping housekeeping =
            new SlotHousekeeping(slotStore, mentorStore, keeper, maker, settlement, people, events::add, () -> now);
    final SlotGeneration generation = new SlotGeneration(housekeeping);

    final Actor mentor = mentor(Meetings.profile());
    final Actor student = actor(Role.STUDENT);
    final Actor stranger = actor(Role.STUDENT);
    final Actor admin = actor(Role.ADMIN);

    /** Returns the service of mentors over another store of their rules. */
    final MentorService mentors(Availabilities ofMentors) {
        return new MentorService(mentorStore, ofMentors, views, maker, people, ids, () -> now);
    }

    static Actor actor(Role role) {
        return new Actor(Meetings.user(), role, Actor.DEFAULT_PLATFORM);
    }

    /** Returns a mentor on these terms. */
    final Actor mentor(MentorProfile profile) {
        var expert = actor(Role.EXPERT);
        assertThat(mentorStore.add(Mentor.of(expert.userId(), profile), now)).isTrue();
        return expert;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Returns a slot of mentor and student in that status, without its transitions. */
    SlotId in(SlotStatus status) {
        return in(status, mentor);
    }

    SlotId in(SlotStatus status, Actor ofMentor) {
        var slot = Meetings.in(status, mentorStore.find(ofMentor.userId()).orElseThrow(), student.userId());
        var open = OpenSlot.of(slot.offer());
        assertThat(slotStore.add(open, now)).isTrue();
        if (slot instanceof BookedSlot booked) {
            assertThat(slotStore.change(Meetings.change(open, booked))).isTrue();
        }
        return slot.id();
    }

    Slot stored(SlotId id) {
        return slotStore.find(id).orElseThrow();
    }
}
