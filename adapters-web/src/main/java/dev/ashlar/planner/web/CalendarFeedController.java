// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.web.CalendarText;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.planner.application.CalendarFeedService;
import dev.ashlar.planner.application.CalendarFeedView;
import dev.ashlar.planner.application.NewCalendarFeed;
import dev.ashlar.planner.domain.CalendarFeed;
import dev.ashlar.planner.domain.CalendarFeedId;
import dev.ashlar.planner.domain.CalendarScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping
@Tag(name = "Calendar feeds", description = "Subscriptions of your schedule by calendar applications.")
class CalendarFeedController {
    private static final String FEEDS = "/api/v1/me/calendar-feeds";

    private final CalendarFeedService feeds;
    private final InstantSource clock;

    CalendarFeedController(CalendarFeedService feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    @GetMapping(FEEDS)
    @Operation(
            summary = "List your calendar feeds",
            description = "The oldest comes first. Secrets are not shown again.")
    @Refuses("request.invalid-cursor")
    Listing<CalendarFeedView> listCalendarFeeds(Actor actor, PageRequest page) {
        return Listing.of(feeds.list(actor, page));
    }

    @PostMapping(FEEDS)
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Create a calendar feed",
            description =
                    "Every client with the secret may read the feed at /calendar/{secret}.ics. It is shown only here."
                            + " You may have 20 feeds.")
    @Refuses("planner.feeds-exceeded")
    NewCalendarFeed createCalendarFeed(Actor actor, @RequestBody @Valid CalendarFeedRequest request) {
        return feeds.create(actor, request.name(), request.scope());
    }

    @DeleteMapping(FEEDS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a calendar feed", description = "Its secret ends at once.")
    @Refuses("planner.feed-not-found")
    void revokeCalendarFeed(Actor actor, @PathVariable CalendarFeedId id) {
        feeds.revoke(actor, id);
    }

    @GetMapping(path = "/calendar/{secret}.ics", produces = CalendarText.MEDIA_TYPE)
    @PublicEndpoint
    @Operation(
            summary = "Read a calendar feed",
            description =
                    "The schedule and meetings as an iCalendar object (RFC 5545), from 90 days ago on. An unchanged"
                            + " schedule has the same ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar.",
            content =
                    @Content(
                            mediaType = CalendarText.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(ScheduleCalendar.EXAMPLE)))
    @ApiResponse(
            responseCode = "304",
            description = "The schedule has not changed since it had this ETag.",
            content = @Content)
    @Parameter(
            in = ParameterIn.HEADER,
            name = HttpHeaders.IF_NONE_MATCH,
            description = "ETag of the calendar as it is known.",
            schema = @Schema(type = "string"))
    @Refuses("planner.feed-not-found")
    ResponseEntity<byte[]> readCalendar(
            @PathVariable
                    @Parameter(description = "Secret of the feed, the last part of its address.")
                    @Size(max = SecretSource.MAX_LENGTH)
                    String secret) {
        var calendar = ScheduleCalendar.of(feeds.read(secret), clock.instant()).bytes();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarText.MEDIA_TYPE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(calendar))
                .body(calendar);
    }

    /** Calendar feed to create. */
    record CalendarFeedRequest(
            @NotBlank @Size(max = CalendarFeed.MAX_NAME) @Schema(example = "Phone")
            String name,

            @NotNull @Schema(example = "all") CalendarScope scope) {}
}
