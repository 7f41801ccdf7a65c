// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of every store of availabilities. */
public abstract class AvailabilitiesContract {
    private final UserId mentor = Meetings.user();
    private final UserId other = Meetings.user();

    protected abstract Availabilities availabilities();

    protected abstract Mentors mentors();

    @BeforeEach
    void addMentors() {
        mentors().add(Mentor.of(mentor, Meetings.profile()), NOW);
        mentors().add(Mentor.of(other, Meetings.profile()), NOW);
    }

    @Test
    void returnsEveryFieldOfRulesInWeekOrder() {
        var late = Meetings.rule(mentor, DayOfWeek.SUNDAY, "22:00", "00:00");
        var early = Meetings.rule(mentor, DayOfWeek.MONDAY, "08:30", "09:45");
        var limited = new AvailabilityRule(
                Meetings.rule(mentor, DayOfWeek.MONDAY, "00:00", "01:00").id(),
                mentor,
                DayOfWeek.MONDAY,
                early.localEnd(),
                late.localEnd(),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-31"));

        assertThat(availabilities().replaceRules(mentor, List.of(late, limited, early), NOW))
                .isEqualTo(3);

        assertThat(availabilities().rules(List.of(mentor)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(early, limited, late));
    }

    @Test
    void returnsEveryFieldOfOverridesInOrder() {
        var second = Meetings.override(mentor, "2026-12-25", "13:00", "00:00", true);
        var first = Meetings.override(mentor, "2026-12-25", "00:00", "13:00", false);

        assertThat(availabilities().replaceOverrides(mentor, List.of(second, first), NOW))
                .isEqualTo(2);

        assertThat(availabilities().overrides(List.of(mentor)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(first, second));
    }

    @Test
    void replacesAllRules() {
        var others = Meetings.rule(other, DayOfWeek.MONDAY, "09:00", "10:00");
        availabilities().replaceRules(other, List.of(others), NOW);
        availabilities().replaceRules(mentor, List.of(Meetings.rule(mentor, DayOfWeek.FRIDAY, "09:00", "10:00")), NOW);
        var tuesday = Meetings.rule(mentor, DayOfWeek.TUESDAY, "09:00", "10:00");

        assertThat(availabilities().replaceRules(mentor, List.of(tuesday), NOW)).isEqualTo(1);
        assertThat(availabilities().rules(List.of(mentor))).containsExactly(tuesday);
        assertThat(availabilities().rules(List.of(mentor, other))).containsExactlyInAnyOrder(others, tuesday);

        assertThat(availabilities().replaceRules(mentor, List.of(), NOW)).isZero();
        assertThat(availabilities().rules(List.of(mentor))).isEmpty();
        assertThat(availabilities().rules(List.of(other))).containsExactly(others);
    }

    @Test
    void replacesAllOverrides() {
        var others = Meetings.override(other, "2026-12-24", "09:00", "10:00", true);
        availabilities().replaceOverrides(other, List.of(others), NOW);
        availabilities()
                .replaceOverrides(
                        mentor, List.of(Meetings.override(mentor, "2026-12-24", "09:00", "10:00", true)), NOW);

        assertThat(availabilities().replaceOverrides(mentor, List.of(), NOW)).isZero();
        assertThat(availabilities().overrides(List.of(mentor, other))).containsExactly(others);
    }
}
