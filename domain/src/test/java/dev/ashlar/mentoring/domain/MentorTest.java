// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentorTest {
    @Test
    void roundsTheMentorsShareDown() {
        var mentor = Mentor.of(Meetings.user(), Meetings.at(9));

        assertThat(mentor.earningTokens()).isEqualTo(7);
        assertThat(mentor.with(Meetings.at(0)).earningTokens()).isZero();
        assertThat(mentor.with(Meetings.at(0)).version()).isEqualTo(mentor.version() + 1);
    }

    @Test
    void normalizesAProfile() {
        var profile = profile(" Builds ", List.of("Java", " java ", "SQL"), "Europe/Berlin", 5, 5, 60);

        assertThat(profile.pitch().headline()).isEqualTo("Builds");
        assertThat(profile.pitch().expertise()).containsExactly("java", "sql");
        assertThat(profile.pitch().bio()).isNull();
        assertThat(profile.meetingUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTC, 5, 5, 60, /headline",
        "x, Mars/Olympus, 5, 5, 60, /timeZone",
        "x, UTC, -1, 0, 60, /tokenPrice",
        "x, UTC, 100001, 0, 60, /tokenPrice",
        "x, UTC, 5, 6, 60, /penaltyTokens",
        "x, UTC, 5, 5, 14, /slotMinutes"
    })
    void refusesAnInvalidProfile(
            String headline, String zone, long price, long penalty, int slotMinutes, String pointer) {
        var refusal = assertRefused(
                KernelProblem.INVALID_REQUEST, () -> profile(headline, List.of(), zone, price, penalty, slotMinutes));
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer));
    }

    @Test
    void limitsNumberAndLengthOfTags() {
        assertRefused(
                KernelProblem.INVALID_REQUEST, () -> profile("x", Collections.nCopies(21, "tag"), "UTC", 5, 5, 60));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> profile("x", List.of("x".repeat(41)), "UTC", 5, 5, 60));
    }

    private static MentorProfile profile(
            String headline, List<String> tags, String zone, long price, long penalty, int slotMinutes) {
        return new MentorProfile(
                new MentorPitch(headline, " ", tags),
                new SlotPlan(zone, slotMinutes, 0),
                new MentorTerms(price, penalty, 0, 0, false),
                "",
                true);
    }
}
