// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A slot may return to a status that a caller saw before; only its version tells the difference. */
@PersistenceTest
@RolledBack
class SlotVersionTest {
    private final SlotMapper slots;
    private final MentorMapper mentors;

    @Autowired
    SlotVersionTest(SlotMapper slots, MentorMapper mentors) {
        this.slots = slots;
        this.mentors = mentors;
    }

    @Test
    void refusesAChangeOfAnOldVersionInTheSameStatus() {
        var mentor = Meetings.mentor();
        var student = Meetings.user();
        assertThat(mentors.add(mentor, Meetings.NOW)).isTrue();
        var open = Meetings.open(mentor.userId(), Duration.ofDays(3));
        assertThat(slots.add(open, Meetings.NOW)).isTrue();
        var seen = open.book(student, mentor, Meetings.NOW);
        assertThat(slots.change(Meetings.change(open, seen))).isTrue();
        var asked = seen.requestCancellation(student, "Ill", Meetings.NOW);
        assertThat(slots.change(Meetings.change(seen, asked))).isTrue();
        var denied = asked.denyCancellation(mentor.userId());
        assertThat(slots.change(Meetings.change(asked, denied))).isTrue();
        assertThat(denied.status()).isEqualTo(seen.status()).isEqualTo(SlotStatus.CONFIRMED);

        var stale = seen.requestCancellation(mentor.userId(), "Ill too", Meetings.NOW);

        assertThat(slots.change(Meetings.change(seen, stale))).isFalse();
        assertThat(slots.find(seen.id())).get().usingRecursiveComparison().isEqualTo(denied);
    }
}
