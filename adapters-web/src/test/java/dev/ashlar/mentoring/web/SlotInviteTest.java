// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.Invitation;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.SlotView.SlotProgressView;
import dev.ashlar.mentoring.application.SlotView.SlotTermsView;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotInviteTest {
    private static final UserId ADA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    @Test
    void writesAConfirmedMeetingInUtc() {
        assertThat(SlotInvite.of(invitation(SlotStatus.CONFIRMED, null, "https://meet.example/mira"), NOW))
                .hasToString(SlotInvite.EXAMPLE);
    }

    @Test
    void cancelsTheEventOfACancelledMeeting() {
        var text = text(invitation(SlotStatus.CANCELLED, "Ill; sorry,\nMira", null));

        assertThat(text)
                .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "DESCRIPTION:Ill\\; sorry\\,\\nMira\r\n")
                .contains("UID:019a0b1c-2d3e-7f40-8a5b-000000000510@ashlar\r\n")
                .doesNotContain("URL");
    }

    @Test
    void escapesLineBreaks() {
        var text = text(invitation(SlotStatus.CANCELLED, "x\r\nATTENDEE:mailto:evil@example.org\rBEGIN:VALARM", null));

        assertThat(text.split("\r\n", -1))
                .noneMatch(line -> line.startsWith("ATTENDEE:") || line.startsWith("BEGIN:VA"));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void writesNoLineOfANameThatBreaksLines() {
        var text =
                text(new Invitation(slot(SlotStatus.CONFIRMED, null, null), ADA, "Mira\r\nBEGIN:VALARM", "Ada", ADA));

        assertThat(text.split("\r\n", -1)).noneMatch(line -> line.startsWith("BEGIN:VA"));
    }

    @Test
    void keepsSummaryOrganizerAndAttendeeWhenCancelled() {
        assertThat(text(invitation(SlotStatus.CANCELLED, null, null)))
                .contains(
                        "ORGANIZER;CN=\"Mira Keller\"", "ATTENDEE;CN=\"Ada Lovelace\"", "SUMMARY:Mentoring with Mira");
    }

    private static String text(Invitation invitation) {
        return SlotInvite.of(invitation, NOW).toString();
    }

    private static Invitation invitation(SlotStatus status, @Nullable String reason, @Nullable String url) {
        return new Invitation(slot(status, reason, url), ADA, "Mira Keller", "Ada Lovelace", ADA);
    }

    private static SlotView slot(SlotStatus status, @Nullable String reason, @Nullable String url) {
        return new SlotView(
                new SlotId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000510")),
                new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000000a")),
                Instant.parse("2026-02-03T16:00:00Z"),
                Instant.parse("2026-02-03T17:00:00Z"),
                status,
                new SlotTermsView(null, null, null, null, null),
                new SlotProgressView(null, null, null, reason, false, url),
                2);
    }
}
