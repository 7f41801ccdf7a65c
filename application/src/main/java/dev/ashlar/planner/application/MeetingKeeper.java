// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotConfirmed;
import dev.ashlar.planner.domain.Meeting;
import dev.ashlar.planner.domain.MeetingParticipant;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.ScheduleItems;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings of mentoring on the schedules of their participants. What is told late, repeatedly or out of order is decided by the version of
 * the slot.
 */
@ApplicationService
public class MeetingKeeper {
    private static final String WITH_STUDENT = "Meeting with a student";
    private static final String WITH_MENTOR = "Meeting with your mentor";

    private final ScheduleItems items;
    private final People people;
    private final IdSource ids;
    private final InstantSource clock;

    MeetingKeeper(ScheduleItems items, People people, IdSource ids, InstantSource clock) {
        this.items = items;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Shows a meeting, or moves it. */
    @Transactional
    public void confirmed(SlotConfirmed event) {
        var meeting = new Meeting(
                event.slotId().value(), event.version(), event.startsAt(), event.endsAt(), null, clock.instant());
        put(meeting, event.mentorId(), event.studentId());
    }

    /** Hides a meeting. */
    @Transactional
    public void cancelled(SlotCancelled event) {
        var now = clock.instant();
        var meeting = new Meeting(event.slotId().value(), event.version(), event.startsAt(), event.endsAt(), now, now);
        put(meeting, event.mentorId(), event.studentId());
    }

    /** Accounts stay locked until the commit, so that a deleted person's data is not added again after its erasure. */
    private void put(Meeting meeting, UserId mentor, UserId student) {
        var gone = people.lockDeactivated(Set.of(mentor, student));
        var participants = Stream.of(participant(mentor, WITH_STUDENT), participant(student, WITH_MENTOR))
                .filter(participant -> !gone.contains(participant.ownerId()))
                .sorted(Comparator.comparing(
                        participant -> participant.ownerId().value()))
                .toList();
        items.putMeeting(meeting, participants);
    }

    private MeetingParticipant participant(UserId person, String title) {
        return new MeetingParticipant(new ScheduleItemId(ids.next()), person, title);
    }
}
