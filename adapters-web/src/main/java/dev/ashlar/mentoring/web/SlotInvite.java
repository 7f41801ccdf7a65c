// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import static dev.ashlar.kernel.web.CalendarText.LINE_END;
import static dev.ashlar.kernel.web.CalendarText.escaped;
import static dev.ashlar.kernel.web.CalendarText.quoted;
import static dev.ashlar.kernel.web.CalendarText.utc;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.CalendarText;
import dev.ashlar.mentoring.application.Invitation;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;

/**
 * Meeting as an iCalendar invitation (RFC 5545, RFC 5546) of the mentor to the student. Times are in UTC, so that no time zone
 * definition is needed; the slot's version is the sequence number, so that a calendar keeps the newest.
 */
final class SlotInvite {
    /** Invitation shown in the API description. */
    static final String EXAMPLE = "BEGIN:VCALENDAR" + LINE_END
            + "VERSION:2.0" + LINE_END
            + "PRODID:-//Ashlar//Mentoring//EN" + LINE_END
            + "METHOD:REQUEST" + LINE_END
            + "BEGIN:VEVENT" + LINE_END
            + "UID:019a0b1c-2d3e-7f40-8a5b-000000000510@ashlar" + LINE_END
            + "DTSTAMP:20260131T093000Z" + LINE_END
            + "DTSTART:20260203T160000Z" + LINE_END
            + "DTEND:20260203T170000Z" + LINE_END
            + "SEQUENCE:2" + LINE_END
            + "STATUS:CONFIRMED" + LINE_END
            + "SUMMARY:Mentoring with Mira Keller" + LINE_END
            + "ORGANIZER;CN=\"Mira Keller\":urn:uuid:019a0b1c-2d3e-7f40-8a5b-00000000000a" + LINE_END
            + "ATTENDEE;CN=\"Ada Lovelace\";PARTSTAT=ACCEPTED:urn:uuid:019a0b1c-2d3e-7f40-8a" + LINE_END
            + " 5b-6c7d8e9f0a1b" + LINE_END
            + "URL:https://meet.example/mira" + LINE_END
            + "END:VEVENT" + LINE_END
            + "END:VCALENDAR" + LINE_END;

    private SlotInvite() {}

    static CalendarText of(Invitation invitation, Instant now) {
        var slot = invitation.meeting();
        var invite = new CalendarText();
        boolean cancelled = slot.status() == SlotStatus.CANCELLED;
        invite.line("BEGIN", "VCALENDAR");
        invite.line("VERSION", "2.0");
        invite.line("PRODID", "-//Ashlar//Mentoring//EN");
        invite.line("METHOD", cancelled ? "CANCEL" : "REQUEST");
        invite.line("BEGIN", "VEVENT");
        invite.line("UID", slot.id().value() + "@ashlar");
        invite.line("DTSTAMP", utc(now));
        invite.line("DTSTART", utc(slot.startsAt()));
        invite.line("DTEND", utc(slot.endsAt()));
        invite.line("SEQUENCE", Integer.toString(slot.version()));
        invite.line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        invite.line("SUMMARY", escaped(invitation.summary()));
        invite.line("ORGANIZER;CN=" + quoted(invitation.mentorName()), address(slot.mentorId()));
        invite.line(
                "ATTENDEE;CN=" + quoted(invitation.studentName()) + ";PARTSTAT=ACCEPTED",
                address(invitation.studentId()));
        if (slot.progress().cancelReason() != null) {
            invite.line("DESCRIPTION", escaped(slot.progress().cancelReason()));
        }
        if (slot.progress().meetingUrl() != null) {
            invite.line("URL", slot.progress().meetingUrl());
        }
        invite.line("END", "VEVENT");
        invite.line("END", "VCALENDAR");
        return invite;
    }

    /** Names a participant without telling the e-mail address. */
    private static String address(UserId person) {
        return "urn:uuid:" + person.value();
    }
}
