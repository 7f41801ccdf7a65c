// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contract of every store of mentors. */
public abstract class MentorsContract {
    private static final LocalDate DAY = LocalDate.parse("2027-01-19");

    protected abstract Mentors mentors();

    @Test
    void returnsEveryFieldOfAMentor() {
        assertStored(added(Meetings.profile("Australia/Lord_Howe", 45, 15)));
        assertStored(added(new MentorProfile(
                new MentorPitch("x", null, List.of()),
                new SlotPlan("UTC", 15, 0),
                new MentorTerms(0, 0, 0, 0, false),
                null,
                false)));
    }

    @Test
    void addsAPersonAsMentorOnce() {
        var mentor = added(Meetings.profile());

        assertThat(mentors().add(Mentor.of(mentor.userId(), Meetings.at(1)), NOW))
                .isFalse();
        assertStored(mentor);
    }

    @Test
    void findsNoMentorForAnotherPerson() {
        assertThat(mentors().find(Meetings.user())).isEmpty();
    }

    @Test
    void storesTheFirstEditOfAVersionOnly() {
        var mentor = added(Meetings.profile());
        var edited = mentor.with(Meetings.at(7));

        assertThat(mentors().edit(edited, NOW.plusSeconds(1))).isTrue();
        assertThat(mentors().edit(mentor.with(Meetings.at(8)), NOW.plusSeconds(1)))
                .isFalse();

        assertStored(edited);
        assertThat(mentors().edit(Meetings.mentor().with(Meetings.at(8)), NOW)).isFalse();
    }

    @Test
    void countsEditsOfTheAvailabilitySeparately() {
        var mentor = added(Meetings.profile());

        assertThat(mentors().countAvailabilityEdit(mentor.userId(), 1, NOW)).isFalse();
        assertThat(mentors().countAvailabilityEdit(mentor.userId(), 0, NOW)).isTrue();
        assertThat(mentors().countAvailabilityEdit(mentor.userId(), 0, NOW)).isFalse();

        var stored = stored(mentor.userId());
        assertThat(stored.availabilityVersion()).isEqualTo(1);
        assertThat(stored.version()).isEqualTo(mentor.version());
        assertThat(mentors().countAvailabilityEdit(Meetings.user(), 0, NOW)).isFalse();
    }

    @Test
    void deactivatesAMentorOnce() {
        var mentor = added(Meetings.profile());

        assertThat(mentors().deactivate(mentor.userId(), NOW)).isTrue();
        assertThat(mentors().deactivate(mentor.userId(), NOW)).isFalse();
        assertThat(mentors().deactivate(Meetings.user(), NOW)).isFalse();

        var stored = stored(mentor.userId());
        assertThat(stored.profile().isActive()).isFalse();
        assertThat(stored.version()).isEqualTo(mentor.version() + 1);
    }

    @Test
    void erasesTheWordsOfAMentor() {
        var mentor = added(Meetings.profile());
        var other = added(Meetings.profile());
        mentors().erasePitch(mentor.userId(), NOW);
        mentors().erasePitch(Meetings.user(), NOW);

        var stored = stored(mentor.userId());
        assertThat(stored.profile().pitch()).isEqualTo(new MentorPitch("Deleted user", null, List.of()));
        assertThat(stored.profile().meetingUrl()).isNull();
        assertThat(stored.profile().terms()).isEqualTo(mentor.profile().terms());
        assertThat(stored(other.userId())).isEqualTo(other);
    }

    @Test
    void findsActiveMentorsWithoutSlotsUntilADay() {
        var one = added(Meetings.profile());
        var other = added(Meetings.profile());
        var inactive = added(Meetings.inactive());
        assertThat(mentors().lockWithoutSlots(inactive.userId(), DAY)).isEmpty();

        assertThat(withoutSlots(DAY)).containsExactly(one.userId(), other.userId());
        assertThat(mentors().lockWithoutSlots(one.userId(), DAY)).contains(one);

        assertThat(mentors().noteSlotsUntil(one.userId(), DAY)).isTrue();
        assertThat(withoutSlots(DAY)).containsExactly(other.userId());
        assertThat(mentors().lockWithoutSlots(one.userId(), DAY)).isEmpty();
        assertThat(withoutSlots(DAY.plusDays(1))).hasSize(2);
        assertThat(stored(one.userId()).slotsUntil()).isEqualTo(DAY);
    }

    private List<UserId> withoutSlots(LocalDate until) {
        return Stream.iterate(
                        mentors().findWithoutSlots(until, null),
                        Optional::isPresent,
                        found -> mentors().findWithoutSlots(until, found.get()))
                .map(Optional::get)
                .toList();
    }

    private Mentor added(MentorProfile profile) {
        var mentor = Mentor.of(Meetings.user(), profile);
        assertThat(mentors().add(mentor, NOW)).isTrue();
        return mentor;
    }

    private Mentor stored(UserId id) {
        return mentors().find(id).orElseThrow();
    }

    private void assertStored(Mentor expected) {
        assertThat(stored(expected.userId())).usingRecursiveComparison().isEqualTo(expected);
    }
}
