package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.AvailabilityView;
import dev.ashlar.mentoring.application.DayWindow;
import dev.ashlar.mentoring.application.MentorProfileView;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.Availability;
import dev.ashlar.mentoring.domain.MentorProfile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "My mentoring", description = "Your profile as a mentor, when you are available, and what you offer.")
class MyMentoringController {
    private final MentorService mentors;
    private final SlotService slots;

    MyMentoringController(MentorService mentors, SlotService slots) {
        this.mentors = mentors;
        this.slots = slots;
    }

    @GetMapping("/mentor-profile")
    @Operation(summary = "Your mentor profile")
    @Refuses("mentoring.mentor-not-found")
    ResponseEntity<MentorProfileView> profile(Actor actor) {
        return answer(mentors.profile(actor));
    }

    @PutMapping("/mentor-profile")
    @Operation(
            summary = "Become a mentor, or change your profile (experts)",
            description =
                    "If-Match \"0\" makes you a mentor. Your open generated slots are made anew; bookings keep the"
                            + " terms they were made on.")
    @Refuses({"auth.forbidden", "request.stale-version"})
    ResponseEntity<MentorProfileView> saveProfile(
            Actor actor, IfMatch ifMatch, @RequestBody @Valid MentorProfileRequest request) {
        return answer(mentors.saveProfile(actor, ifMatch.version(), request.profile()));
    }

    @GetMapping("/availability")
    @Operation(summary = "When you are available")
    @Refuses("mentoring.mentor-not-found")
    ResponseEntity<AvailabilityView> availability(Actor actor) {
        return answer(mentors.availability(actor));
    }

    @PutMapping("/availability")
    @Operation(
            summary = "Say when you are available (experts)",
            description =
                    "Replaces all rules and overrides, and makes your open generated slots of the next 60 days anew."
                            + " Times are those of your zone, whatever its clock does.")
    @Refuses({"auth.forbidden", "mentoring.mentor-not-found", "request.stale-version"})
    ResponseEntity<AvailabilityView> saveAvailability(
            Actor actor, IfMatch ifMatch, @RequestBody @Valid AvailabilityRequest request) {
        var rules = request.rules().stream().map(WeeklyWindowRequest::window).toList();
        var overrides =
                request.overrides().stream().map(DayWindowRequest::window).toList();
        return answer(mentors.saveAvailability(actor, ifMatch.version(), rules, overrides));
    }

    @PostMapping("/slots")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Offer a slot besides your availability",
            description = "Offering the same time again is a conflict, so a retry does no harm.")
    @Refuses({"mentoring.mentor-not-found", "mentoring.slot-overlap"})
    ResponseEntity<SlotView> offer(Actor actor, @RequestBody @Valid OfferRequest request) {
        var slot = slots.offer(actor, request.startsAt(), request.endsAt());
        return ResponseEntity.created(URI.create("/api/v1/slots/" + slot.id().value()))
                .eTag(ETags.of(slot.version()))
                .body(slot);
    }

    @DeleteMapping("/slots/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take an open slot back",
            description =
                    "Its time is not generated again. What somebody has asked for is rejected or cancelled instead.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "request.stale-version"})
    void withdraw(Actor actor, @PathVariable SlotId id, IfMatch ifMatch) {
        slots.withdraw(actor, id, ifMatch.version());
    }

    private static ResponseEntity<MentorProfileView> answer(MentorProfileView profile) {
        return ETags.ok(profile.version(), profile);
    }

    private static ResponseEntity<AvailabilityView> answer(AvailabilityView availability) {
        return ETags.ok(availability.version(), availability);
    }

    /** A mentor's profile; what is absent or null is empty. */
    record MentorProfileRequest(
            @NotBlank @Size(max = MentorProfile.MAX_HEADLINE) @Schema(example = "Designs databases that last")
            String headline,

            @Size(max = MentorProfile.MAX_BIO) @Schema(example = "Twenty years of PostgreSQL.") @Nullable
            String bio,

            @NotNull @Size(max = MentorProfile.MAX_TAGS) @Schema(example = "[\"postgresql\", \"java\"]")
            List<@NotBlank @Size(max = MentorProfile.MAX_TAG) String> expertise,

            @NotBlank @Size(max = 60) @Schema(example = "America/New_York")
            String timeZone,

            @Min(0) @Max(MentorProfile.MAX_PRICE) @Schema(example = "20")
            long tokenPrice,

            @Min(MentorProfile.MIN_SLOT_MINUTES) @Max(MentorProfile.MAX_SLOT_MINUTES) @Schema(example = "60")
            int slotMinutes,

            @Min(0) @Max(MentorProfile.MAX_SLOT_MINUTES) @Schema(example = "15")
            int bufferMinutes,

            @Min(0) @Max(MentorProfile.MAX_LEAD_MINUTES) @Schema(example = "120")
            int minNoticeMinutes,

            @Min(0) @Max(MentorProfile.MAX_LEAD_MINUTES) @Schema(example = "1440")
            int cancelCutoffMinutes,

            @Min(0) @Max(MentorProfile.MAX_PRICE) @Schema(example = "5")
            long penaltyTokens,

            @Schema(example = "true") boolean directBooking,

            @Size(max = 500) @Schema(example = "https://meet.example/mira") @Nullable
            String meetingUrl,

            @Schema(example = "true") boolean active) {
        MentorProfile profile() {
            return new MentorProfile(
                    headline,
                    bio,
                    expertise,
                    timeZone,
                    tokenPrice,
                    slotMinutes,
                    bufferMinutes,
                    minNoticeMinutes,
                    cancelCutoffMinutes,
                    penaltyTokens,
                    directBooking,
                    meetingUrl,
                    active);
        }
    }

    /** All that is to be said about when a mentor is available. */
    record AvailabilityRequest(
            @NotNull @Size(max = Availability.MAX_RULES) List<@NotNull @Valid WeeklyWindowRequest> rules,

            @NotNull @Size(max = Availability.MAX_OVERRIDES) List<@NotNull @Valid DayWindowRequest> overrides) {}

    /** A weekly window; 00:00 ends a day, and one without limits holds always. */
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

    /** What is different on one day. */
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

    /** A span of time to offer. */
    record OfferRequest(
            @NotNull @Schema(example = "2126-01-31T09:30:00Z")
            Instant startsAt,

            @NotNull @Schema(example = "2126-01-31T10:30:00Z")
            Instant endsAt) {}
}
