// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.mentoring.application.MentorFilter;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.MentorView;
import dev.ashlar.mentoring.application.OpenSlotView;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.domain.MentorPitch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/mentors")
@Tag(name = "Mentors", description = "Mentors and their open slots.")
class MentorController {
    private static final String TAG = "[\\p{L}\\p{N}].*";
    private static final int MAX_WORDS = 100;
    private static final String WORDS = ".*[\\p{L}\\p{N}].*";

    private final MentorService mentors;
    private final SlotService slots;

    MentorController(MentorService mentors, SlotService slots) {
        this.mentors = mentors;
        this.slots = slots;
    }

    @GetMapping
    @Operation(
            summary = "List mentors",
            description =
                    "The newest account comes first. Filters are expertise, which is one tag, and q, which is words of"
                            + " headline and bio. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<MentorView> listMentors(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "Tag that the mentors name as their expertise.")
                    @Size(max = MentorPitch.MAX_TAG)
                    @Pattern(regexp = TAG, message = "must be a tag such as java")
                    @Nullable
                    String expertise,
            @RequestParam(required = false)
                    @Parameter(description = "Words of headline and bio.")
                    @Size(max = MAX_WORDS)
                    @Pattern(regexp = WORDS, message = "must contain a letter or a digit")
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var tag = expertise == null ? null : Spelling.key(expertise);
        var filter = new MentorFilter(tag, q);
        return Listing.of(mentors.list(filter, page), count, () -> mentors.count(filter));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a mentor", description = "Includes the number of ratings and their average.")
    @Refuses("mentoring.mentor-not-found")
    MentorView getMentor(Actor actor, @PathVariable UserId id) {
        return mentors.get(id);
    }

    @GetMapping("/{id}/slots")
    @Operation(
            summary = "List open slots of a mentor",
            description =
                    "The earliest slot comes first. Slots within the mentor's notice are left out. from is inclusive, to is exclusive.")
    @Refuses({"mentoring.mentor-not-found", "request.invalid-cursor"})
    Listing<OpenSlotView> listOpenSlots(
            Actor actor,
            @PathVariable UserId id,
            @RequestParam(required = false) @Parameter(description = "Earliest start, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest start, exclusive.") @Nullable Instant to,
            PageRequest page) {
        return Listing.of(slots.openSlots(id, from, to, page));
    }
}
