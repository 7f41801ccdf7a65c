// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.AvailabilityView;
import dev.ashlar.mentoring.application.DayWindow;
import dev.ashlar.mentoring.application.MentorProfileView;
import dev.ashlar.mentoring.application.MentorView;
import dev.ashlar.mentoring.application.MentorView.RatingSummary;
import dev.ashlar.mentoring.application.OpenSlotView;
import dev.ashlar.mentoring.application.SlotFeedbackView;
import dev.ashlar.mentoring.application.SlotTransitionView;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.SlotView.SlotProgressView;
import dev.ashlar.mentoring.application.SlotView.SlotTermsView;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.MentorPitch;
import dev.ashlar.mentoring.domain.MentorTerms;
import dev.ashlar.mentoring.domain.SlotFeedbackId;
import dev.ashlar.mentoring.domain.SlotPlan;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers of mentoring in the API description: Mira is the mentor, Ada the student. */
@Component
class MentoringExamples implements ExampleRecords {
    private static final UserId MIRA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000031a"));
    private static final UserId ADA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final SlotId SLOT = new SlotId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000510"));
    private static final Instant ASKED_AT = Instant.parse("2026-01-31T09:30:00Z");
    private static final Instant STARTS_AT = Instant.parse("2026-02-03T16:00:00Z");
    private static final Instant ENDS_AT = Instant.parse("2026-02-03T17:00:00Z");
    private static final String MEETING_URL = "https://meet.example/mira";
    private static final MentorPitch PITCH = new MentorPitch(
            "Designs databases that last", "Twenty years of PostgreSQL.", List.of("postgresql", "java"));
    private static final SlotPlan PLAN = new SlotPlan("America/New_York", 60, 15);
    private static final MentorTerms TERMS = new MentorTerms(20, 5, 1440, 120, true);
    private static final WeeklyWindow MONDAYS =
            new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON, null, null);
    private static final DayWindow CHRISTMAS_EVE =
            new DayWindow(LocalDate.of(2026, 12, 24), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

    @Override
    public List<Record> all() {
        return List.of(
                mentor(),
                profile(),
                availability(),
                MONDAYS,
                CHRISTMAS_EVE,
                openSlot(),
                slot(),
                transition(),
                feedback());
    }

    private static MentorView mentor() {
        return new MentorView(
                MIRA,
                PITCH.headline(),
                PITCH.bio(),
                PITCH.expertise(),
                PLAN.timeZone(),
                PLAN.slotMinutes(),
                TERMS,
                new RatingSummary(12, new BigDecimal("4.83")));
    }

    private static MentorProfileView profile() {
        return new MentorProfileView(MIRA, PITCH, PLAN, TERMS, MEETING_URL, true, 16, 1);
    }

    private static AvailabilityView availability() {
        return new AvailabilityView(PLAN.timeZone(), List.of(MONDAYS), List.of(CHRISTMAS_EVE), 1);
    }

    private static OpenSlotView openSlot() {
        return new OpenSlotView(SLOT, MIRA, STARTS_AT, ENDS_AT, 1);
    }

    private static SlotView slot() {
        return new SlotView(
                SLOT,
                MIRA,
                STARTS_AT,
                ENDS_AT,
                SlotStatus.CONFIRMED,
                new SlotTermsView(ADA, 20L, 16L, 5L, 1440),
                new SlotProgressView(null, ASKED_AT, null, null, false, MEETING_URL),
                2);
    }

    private static SlotTransitionView transition() {
        return new SlotTransitionView(2, SlotStatus.TENTATIVE, SlotStatus.CONFIRMED, ADA, null, ASKED_AT);
    }

    private static SlotFeedbackView feedback() {
        return new SlotFeedbackView(
                new SlotFeedbackId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000fb")),
                SLOT,
                ADA,
                MIRA,
                5,
                "Now I know what a lock is.",
                ENDS_AT);
    }
}
