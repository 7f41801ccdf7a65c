// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.AvailabilityView;
import dev.ashlar.mentoring.application.DayWindow;
import dev.ashlar.mentoring.application.MentorProfileView;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.Availability;
import dev.ashlar.mentoring.domain.MentorPitch;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.MentorTerms;
import dev.ashlar.mentoring.domain.SlotPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "My mentoring", description = "Your mentor profile, your availability and the slots that you offer.")
class MyMentoringController {
    private final MentorService mentors;
    private final SlotService slots;

    MyMentoringController(MentorService mentors, SlotService slots) {
        this.mentors = mentors;
        this.slots = slots;
    }

    @GetMapping("/mentor-profile")
    @Operation(summary = "Get your mentor profile", description = "The ETag is the version for an edit.")
    @Refuses("mentoring.mentor-not-found")
    Versioned<MentorProfileView> getMentorProfile(Actor actor) {
        return answer(mentors.profile(actor));
    }

    @PutMapping("/mentor-profile")
    @Operation(
            summary = "Save your mentor profile",
            description =
                    "Experts and administrators may do so; If-Match \"0\" makes you a mentor; other tags need a profile. Your generated open slots"
                            + " are replaced, and bookings keep their terms.")
    @Refuses({"auth.forbidden", "mentoring.mentor-not-found", "request.stale-version"})
    Versioned<MentorProfileView> saveMentorProfile(
            Actor actor, IfMatch ifMatch, @RequestBody @Valid MentorProfileRequest request) {
        int version = ifMatch.version(() -> mentors.profile(actor).version());
        return answer(mentors.saveProfile(actor, version, request.profile()));
    }

    @GetMapping("/availability")
    @Operation(
            summary = "Get your availability",
            description = "The ETag is the version for an edit. Times are local to your time zone.")
    @Refuses("mentoring.mentor-not-found")
    Versioned<AvailabilityView> getAvailability(Actor actor) {
        return answer(mentors.availability(actor));
    }

    @PutMapping("/availability")
    @Operation(
            summary = "Replace your availability",
            description =
                    "Experts and administrators may do so. All rules and overrides are replaced, and your generated open"
                            + " slots of the next 60 days are generated anew. Times are local to your time zone.")
    @Refuses({"auth.forbidden", "mentoring.mentor-not-found", "request.stale-version"})
    Versioned<AvailabilityView> replaceAvailability(
            Actor actor, IfMatch ifMatch, @RequestBody @Valid AvailabilityRequest request) {
        var rules = request.rules().stream().map(WeeklyWindowRequest::window).toList();
        var overrides =
                request.overrides().stream().map(DayWindowRequest::window).toList();
        int version = ifMatch.version(() -> mentors.availability(actor).version());
        return answer(mentors.saveAvailability(actor, version, rules, overrides));
    }

    @PostMapping("/slots")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Offer a slot",
            description = "Experts and administrators may do so. The slot is open besides your availability.")
    @Refuses({"auth.forbidden", "mentoring.mentor-not-found", "mentoring.slot-overlapping"})
    Versioned<SlotView> offerSlot(Actor actor, @RequestBody @Valid OfferRequest request) {
        var slot = slots.offer(actor, request.startsAt(), request.endsAt());
        return Versioned.created("/api/v1/slots/" + slot.id().value(), slot.version(), slot);
    }

    @DeleteMapping("/slots/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw an open slot",
            description =
                    "Its mentor or an administrator may do so. Its time is not generated again. Reject or cancel a"
                            + " booked slot instead.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "request.stale-version"})
    void withdrawSlot(Actor actor, @PathVariable SlotId id, IfMatch ifMatch) {
        slots.withdraw(actor, id, ifMatch.version(() -> slots.get(actor, id).version()));
    }

    private static Versioned<MentorProfileView> answer(MentorProfileView profile) {
        return Versioned.ok(profile.version(), profile);
    }

    private static Versioned<AvailabilityView> answer(AvailabilityView availability) {
        return Versioned.ok(availability.version(), availability);
    }

    /** Profile of a mentor; an absent or null field is empty. */
    record MentorProfileRequest(
            @NotBlank @Size(max = MentorPitch.MAX_HEADLINE) @Schema(example = "Designs databases that last")
            String headline,

            @Size(max = MentorPitch.MAX_BIO) @Schema(example = "Twenty years of PostgreSQL.") @Nullable
            String bio,

            @NotNull @Size(max = MentorPitch.MAX_TAGS) @Schema(example = "[\"postgresql\", \"java\"]")
            List<@NotBlank @Size(max = MentorPitch.MAX_TAG) String> expertise,

            @NotBlank @Size(max = Fields.MAX_TIME_ZONE) @Schema(example = "America/New_York")
            String timeZone,

            @Min(0) @Max(MentorTerms.MAX_PRICE) @Schema(example = "20")
            long tokenPrice,

            @Min(SlotPlan.MIN_SLOT_MINUTES) @Max(SlotPlan.MAX_SLOT_MINUTES) @Schema(example = "60")
            int slotMinutes,

            @Min(0) @Max(SlotPlan.MAX_SLOT_MINUTES) @Schema(example = "15")
            int bufferMinutes,

            @Min(0) @Max(MentorTerms.MAX_LEAD_MINUTES) @Schema(example = "120")
            int minNoticeMinutes,

            @Min(0) @Max(MentorTerms.MAX_LEAD_MINUTES) @Schema(example = "1440")
            int cancelCutoffMinutes,

            @Min(0) @Max(MentorTerms.MAX_PRICE) @Schema(example = "5")
            long penaltyTokens,

            @Schema(example = "true") boolean directBooking,

            @Size(max = MentorProfile.MAX_MEETING_URL) @Schema(example = "https://meet.example/mira") @Nullable
            String meetingUrl,

            @Schema(example = "true") boolean active) {
        MentorProfile profile() {
            return new MentorProfile(
                    new MentorPitch(headline, bio, expertise),
                    new SlotPlan(timeZone, slotMinutes, bufferMinutes),
                    new MentorTerms(tokenPrice, penaltyTokens, cancelCutoffMinutes, minNoticeMinutes, directBooking),
                    meetingUrl,
                    active);
        }
    }

    /** Whole availability of a mentor. */
    record AvailabilityRequest(
            @NotNull @Size(max = Availability.MAX_RULES) List<@NotNull @Valid WeeklyWindowRequest> rules,

            @NotNull @Size(max = Availability.MAX_OVERRIDES) List<@NotNull @Valid DayWindowRequest> overrides) {}

    /** Weekly window; 00:00 is the end of the day, and validity without bounds is unlimited. */
    record WeeklyWindowRequest(
            @NotNull DayOfWeek dayOfWeek,

            @NotNull @Schema(type = "string", example = "09:00")
            LocalTime localStart,

            @NotNull @Schema(type = "string", example = "12:00")
            LocalTime localEnd,

            @Schema(example = "2026-09-01") @Nullable LocalDate validFrom,

            @Schema(example = "2027-06-30") @Nullable LocalDate validTo) {
        WeeklyWindow window() {
            return new WeeklyWindow(dayOfWeek, localStart, localEnd, validFrom, validTo);
        }
    }

    /** Window of one day that differs from the rules. */
    record DayWindowRequest(
            @NotNull @Schema(example = "2026-12-24") LocalDate day,

            @NotNull @Schema(type = "string", example = "00:00")
            LocalTime localStart,

            @NotNull @Schema(type = "string", example = "00:00")
            LocalTime localEnd,

            @Schema(example = "false") boolean available) {
        DayWindow window() {
            return new DayWindow(day, localStart, localEnd, available);
        }
    }

    /** Time of an offered slot. */
    record OfferRequest(
            @NotNull @Schema(example = "2126-01-31T09:30:00Z")
            Instant startsAt,

            @NotNull @Schema(example = "2126-01-31T10:30:00Z")
            Instant endsAt) {}
}
