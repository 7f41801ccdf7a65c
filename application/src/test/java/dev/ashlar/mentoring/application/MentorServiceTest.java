// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MentorServiceTest {
    private static final List<WeeklyWindow> MORNINGS = Stream.of(DayOfWeek.values())
            .map(day -> new WeeklyWindow(day, LocalTime.of(9, 0), LocalTime.of(12, 0), null, null))
            .toList();

    private final Practice practice = new Practice();

    @ParameterizedTest
    @EnumSource(names = {"STUDENT", "SALES"})
    void refusesOffersOfOtherRolesThanExperts(Role role) {
        var actor = Practice.actor(role);

        assertRefused(KernelProblem.FORBIDDEN, () -> practice.mentors.saveProfile(actor, 0, Meetings.profile()));
        assertRefused(KernelProblem.FORBIDDEN, () -> practice.mentors.saveAvailability(actor, 0, MORNINGS, List.of()));
    }

    @Test
    void makesAnExpertAMentorOnce() {
        var expert = Practice.actor(Role.EXPERT);
        assertRefused(MentoringProblem.MENTOR_NOT_FOUND, () -> practice.mentors.profile(expert));
        assertRefused(KernelProblem.STALE_VERSION, () -> practice.mentors.saveProfile(expert, 1, Meetings.profile()));

        assertThat(practice.mentors.saveProfile(expert, 0, Meetings.profile()).version())
                .isEqualTo(1);

        assertRefused(KernelProblem.STALE_VERSION, () -> practice.mentors.saveProfile(expert, 0, Meetings.profile()));
        assertThat(practice.mentors.saveProfile(expert, 1, Meetings.at(5)).earningTokens())
                .isEqualTo(4);
        assertThat(practice.mentors.isMentor(expert)).isTrue();
    }

    @Test
    void regeneratesOpenSlotsAndKeepsBookings() {
        var saved = practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of());
        assertThat(saved.version()).isEqualTo(1);
        assertThat(open()).hasSize(3 * SlotMaker.DAYS_AHEAD - 2);
        var booked = open().get(10);
        practice.bookings.book(practice.student, booked.id(), ExpectedTerms.ANY);
        var byHand = practice.slots.offer(
                practice.mentor, Meetings.NOW.plus(Duration.ofHours(8)), Meetings.NOW.plus(Duration.ofHours(9)));

        practice.mentors.saveAvailability(practice.mentor, 1, List.of(), List.of());

        assertThat(open()).extracting(Slot::id).containsExactly(byHand.id());
        assertThat(practice.stored(booked.id()).status()).isEqualTo(SlotStatus.CONFIRMED);
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> practice.mentors.saveAvailability(practice.mentor, 1, MORNINGS, List.of()));
    }

    @Test
    void keepsVersionAndSlotsWhenAnEditChangesNothing() {
        practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of());
        var before = open();

        assertThat(practice.mentors
                        .saveAvailability(practice.mentor, 1, MORNINGS, List.of())
                        .version())
                .isEqualTo(1);
        var profile = practice.mentors.profile(practice.mentor);
        assertThat(practice.mentors.saveProfile(practice.mentor, 1, Meetings.profile()))
                .isEqualTo(profile);

        assertThat(open()).isEqualTo(before);
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of()));
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> practice.mentors.saveProfile(practice.mentor, 2, Meetings.profile()));
    }

    /** Its answer would name a version that is no longer the latest. */
    @Test
    void refusesAnEditThatTheSameEditOvertakes() {
        var overtaken = mock(Availabilities.class, delegatesTo(practice.availabilities));
        willAnswer(call -> {
                    practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of());
                    return practice.availabilities.rules(call.getArgument(0));
                })
                .given(overtaken)
                .rules(any());

        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> practice.mentors(overtaken).saveAvailability(practice.mentor, 0, MORNINGS, List.of()));
    }

    @Test
    void removesGeneratedSlotsOfAnInactiveMentor() {
        practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of());

        practice.mentors.saveProfile(practice.mentor, 1, Meetings.inactive());

        assertThat(open()).isEmpty();
        practice.mentors.saveProfile(practice.mentor, 2, Meetings.profile());
        assertThat(open()).isNotEmpty();
    }

    @Test
    void generatesTheSlotsOfOneMoreDayEachNight() {
        practice.mentors.saveAvailability(practice.mentor, 0, MORNINGS, List.of());
        int before = open().size();
        assertThat(practice.generation.makeSlots()).isZero();

        practice.wait(Duration.ofDays(1));

        assertThat(practice.generation.makeSlots()).isEqualTo(1);
        assertThat(open()).hasSize(before + 3);
        assertThat(practice.generation.makeSlots()).isZero();
    }

    @Test
    void letsOnlyTheMentorWithdrawASlot() {
        var id = practice.in(SlotStatus.TENTATIVE);

        assertRefused(MentoringProblem.SLOT_NOT_FOUND, () -> practice.slots.withdraw(practice.stranger, id, 1));
        assertRefused(KernelProblem.STALE_VERSION, () -> practice.slots.withdraw(practice.mentor, id, 2));
        practice.slots.withdraw(practice.mentor, id, 1);
        assertThat(practice.stored(id).status()).isEqualTo(SlotStatus.CANCELLED);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> practice.slots.withdraw(practice.mentor, id, 2));
    }

    @Test
    void offersASlotInTheFutureWithoutOverlap() {
        var start = Meetings.NOW.plus(Duration.ofHours(5));
        var end = start.plus(Meetings.HOUR);

        practice.slots.offer(practice.mentor, start, end);

        assertRefused(MentoringProblem.SLOT_OVERLAPPING, () -> practice.slots.offer(practice.mentor, start, end));
        assertRefused(MentoringProblem.MENTOR_NOT_FOUND, () -> practice.slots.offer(practice.admin, start, end));
        var former = new Actor(practice.mentor.userId(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
        assertRefused(KernelProblem.FORBIDDEN, () -> practice.slots.offer(former, start, end));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> practice.slots.offer(practice.mentor, Meetings.NOW, end));
    }

    @Test
    void showsASlotToParticipantsAndAdministratorsOnly() {
        var id = practice.in(SlotStatus.CONFIRMED);

        for (var actor : List.of(practice.mentor, practice.student, practice.admin)) {
            assertThat(practice.slots.get(actor, id).id()).isEqualTo(id);
        }
        assertRefused(MentoringProblem.SLOT_NOT_FOUND, () -> practice.slots.get(practice.stranger, id));
        assertRefused(
                MentoringProblem.SLOT_NOT_FOUND,
                () -> practice.slots.history(practice.stranger, id, PageRequest.first()));
    }

    private List<Slot> open() {
        return practice.slotStore.all().stream()
                .filter(slot -> slot.status() == SlotStatus.TENTATIVE)
                .toList();
    }
}
