// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.planner.application.CalendarFeedView;
import dev.ashlar.planner.application.FreeBusyView;
import dev.ashlar.planner.application.FreeBusyView.BusySpan;
import dev.ashlar.planner.application.FriendshipView;
import dev.ashlar.planner.application.MemberDetails;
import dev.ashlar.planner.application.MembershipView;
import dev.ashlar.planner.application.NewCalendarFeed;
import dev.ashlar.planner.application.PersonView;
import dev.ashlar.planner.application.ProjectMemberView;
import dev.ashlar.planner.application.ProjectView;
import dev.ashlar.planner.domain.CalendarFeedId;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers about projects, friends and calendar feeds in the API description: Mira shares a project with Ada. */
@Component
class RelationExamples implements ExampleRecords {
    private static final UserId MIRA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000031a"));
    private static final PersonView ADA = new PersonView(
            new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b")), "ada", "Ada Lovelace", null);
    private static final Instant JOINED_AT = Instant.parse("2026-01-31T09:30:00Z");
    private static final Instant FROM = Instant.parse("2026-02-02T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-09T00:00:00Z");
    private static final BusySpan MEETING =
            new BusySpan(Instant.parse("2026-02-03T16:00:00Z"), Instant.parse("2026-02-03T17:00:00Z"));
    private static final MembershipView EDITOR = new MembershipView(ProjectRole.EDITOR, JOINED_AT);

    @Override
    public List<Record> all() {
        return List.of(
                ADA,
                EDITOR,
                new ProjectView(
                        new ProjectId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000a1")),
                        MIRA,
                        "New kitchen",
                        JOINED_AT,
                        JOINED_AT,
                        0,
                        EDITOR),
                new ProjectMemberView(ADA, EDITOR),
                new MemberDetails(ADA, EDITOR, 0),
                new FriendshipView(
                        new FriendshipId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f1")),
                        ADA,
                        true,
                        FriendshipStatus.ACCEPTED,
                        JOINED_AT,
                        JOINED_AT,
                        1),
                MEETING,
                new FreeBusyView(ADA.userId(), FROM, TO, List.of(MEETING)),
                feed(),
                new NewCalendarFeed(feed(), "mE9FZ0x3nq1k6yC1Jp0eH8YtYx4cVbKQm2rWl7uTg5A"));
    }

    private static CalendarFeedView feed() {
        return new CalendarFeedView(
                new CalendarFeedId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000ca")),
                "Phone",
                CalendarScope.ALL,
                JOINED_AT,
                null);
    }
}
