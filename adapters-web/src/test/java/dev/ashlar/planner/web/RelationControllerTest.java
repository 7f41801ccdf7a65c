// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.planner.application.CalendarContent;
import dev.ashlar.planner.application.CalendarFeedService;
import dev.ashlar.planner.application.CalendarFeedView;
import dev.ashlar.planner.application.FreeBusyService;
import dev.ashlar.planner.application.FreeBusyView;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.FriendshipView;
import dev.ashlar.planner.application.MemberDetails;
import dev.ashlar.planner.application.MembershipView;
import dev.ashlar.planner.application.NewCalendarFeed;
import dev.ashlar.planner.application.PersonView;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.application.ProjectView;
import dev.ashlar.planner.domain.CalendarFeedId;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlannerServer
class RelationControllerTest {
    private static final Actor ACTOR = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final UserId BEN = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000b2"));
    private static final ProjectId PROJECT = new ProjectId(UUID.fromString("019a0000-0000-7000-8000-0000000000a2"));
    private static final FriendshipId FRIENDSHIP =
            new FriendshipId(UUID.fromString("019a0000-0000-7000-8000-0000000000f2"));
    private static final CalendarFeedId FEED =
            new CalendarFeedId(UUID.fromString("019a0000-0000-7000-8000-0000000000c2"));
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final String ONE = "/api/v1/projects/" + PROJECT.value();
    private static final String FRIEND = "/api/v1/friendships/" + FRIENDSHIP.value();

    @Autowired
    private ProjectService projects;

    @Autowired
    private ProjectMemberService members;

    @Autowired
    private FriendshipService friendships;

    @Autowired
    private FreeBusyService freeBusy;

    @Autowired
    private CalendarFeedService feeds;

    @Autowired
    private Caller client;

    @Test
    void listsProjectsWithTheMembershipIfAskedFor() {
        given(projects.list(ACTOR, false, PageRequest.first())).willReturn(new Page<>(List.of(project(3)), null));
        assertThat(send("GET", "/api/v1/projects", null)
                        .json()
                        .at("/items/0/membership")
                        .isNull())
                .isTrue();
        send("GET", "/api/v1/projects?membership=true", null);
        then(projects).should().list(ACTOR, true, PageRequest.first());
    }

    @Test
    void changesTheVersionOfAProjectThatTheCallerNames() {
        given(projects.rename(ACTOR, PROJECT, 3, "Bath")).willReturn(project(4));
        assertThat(send("PUT", ONE, "{\"name\": \"Bath\"}").status()).isEqualTo(428);
        var renamed = send("PUT", ONE, "{\"name\": \"Bath\"}", "If-Match", "\"3\"");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"4\"");
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null, "If-Match", "\"3\"").status()).isEqualTo(204);
        then(projects).should().delete(ACTOR, PROJECT, 3);
    }

    @Test
    void addsAMemberAtAPath() {
        given(members.add(ACTOR, PROJECT, BEN, ProjectRole.EDITOR)).willReturn(member());
        var added = send("POST", ONE + "/members", "{\"userId\": \"" + BEN.value() + "\", \"role\": \"editor\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(ONE + "/members/" + BEN.value());
        assertThat(added.json().at("/membership/role").asString()).isEqualTo("editor");
    }

    @Test
    void changesARoleAndRemovesAMember() {
        var path = ONE + "/members/" + BEN.value();
        given(members.get(ACTOR, PROJECT, BEN)).willReturn(member());
        given(members.changeRole(ACTOR, PROJECT, BEN, 0, ProjectRole.VIEWER)).willReturn(member());
        assertThat(send("GET", path, null).header("ETag")).startsWith("\"0-");
        assertThat(send("PATCH", path, "{\"role\": \"viewer\"}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(send("DELETE", path, null, "If-Match", "\"0\"").status()).isEqualTo(204);
        then(members).should().remove(ACTOR, PROJECT, BEN, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /api/v1/projects           | {"name": " "}
            POST | /api/v1/projects           | {"name": "x", "ownerId": "019a0000-0000-7000-8000-0000000000b2"}
            POST | /api/v1/friendships        | {}
            POST | /api/v1/me/calendar-feeds  | {"name": "Phone", "scope": "everything"}
            POST | /api/v1/me/calendar-feeds  | {"name": "Phone"}
            GET  | /api/v1/friendships?status=friends |
            GET  | /api/v1/friends/019a0000-0000-7000-8000-0000000000b2/free-busy |
            """)
    void refusesAnInvalidRequest(String method, String path, @Nullable String body) {
        assertThat(send(method, path, body).code()).isEqualTo("request.invalid");
    }

    @Test
    void requestsAndDecidesAFriendship() {
        given(friendships.request(ACTOR, BEN)).willReturn(friendship());
        given(friendships.accept(ACTOR, FRIENDSHIP)).willReturn(friendship());
        given(friendships.decline(ACTOR, FRIENDSHIP))
                .willThrow(PlannerProblem.OWN_FRIENDSHIP_REQUEST.because("You asked yourself. Wait."));
        var requested = send("POST", "/api/v1/friendships", "{\"userId\": \"" + BEN.value() + "\"}");
        assertThat(requested.status()).isEqualTo(201);
        assertThat(requested.header("Location")).isEqualTo(FRIEND);
        assertThat(send("POST", FRIEND + "/accept", null).json().at("/status").asString())
                .isEqualTo("accepted");
        var declined = send("POST", FRIEND + "/decline", null);
        assertThat(declined.status()).isEqualTo(403);
        assertThat(declined.code()).isEqualTo("planner.own-friendship-request");
        assertThat(send("DELETE", FRIEND, null, "If-Match", "\"1\"").status()).isEqualTo(204);
        then(friendships).should().remove(ACTOR, FRIENDSHIP, 1);
    }

    @Test
    void tellsTheBusyTimesOfAFriend() {
        given(freeBusy.of(any(), any(), any(), any())).willReturn(new FreeBusyView(BEN, AT, AT, List.of()));
        var path = "/api/v1/friends/" + BEN.value() + "/free-busy";
        assertThat(send("GET", path + "?from=2026-02-02T00:00:00Z&to=2026-02-09T00:00:00Z", null)
                        .status())
                .isEqualTo(200);
        then(freeBusy)
                .should()
                .of(ACTOR, BEN, Instant.parse("2026-02-02T00:00:00Z"), Instant.parse("2026-02-09T00:00:00Z"));
    }

    @Test
    void showsTheSecretOfANewFeedOnly() {
        var view = new CalendarFeedView(FEED, "Phone", CalendarScope.ALL, AT, null);
        given(feeds.create(ACTOR, "Phone", CalendarScope.ALL)).willReturn(new NewCalendarFeed(view, "abc"));
        given(feeds.list(ACTOR, PageRequest.first())).willReturn(new Page<>(List.of(view), null));
        var created = send("POST", "/api/v1/me/calendar-feeds", "{\"name\": \"Phone\", \"scope\": \"all\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/secret").asString()).isEqualTo("abc");
        assertThat(send("GET", "/api/v1/me/calendar-feeds", null)
                        .json()
                        .at("/items/0")
                        .has("secret"))
                .isFalse();
    }

    @Test
    void servesAFeedWithoutALoginAndWithAnETag() {
        given(feeds.read("abc")).willReturn(new CalendarContent("Phone", List.of()));
        given(feeds.read("old")).willThrow(PlannerProblem.FEED_NOT_FOUND.because("It was revoked. Create another."));
        var first = client.send("GET", "/calendar/abc.ics", null);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(first.header("Cache-Control")).contains("no-cache", "private");
        var second = client.send("GET", "/calendar/abc.ics", null, "If-None-Match", first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(client.send("GET", "/calendar/old.ics", null).code()).isEqualTo("planner.feed-not-found");
        assertThat(client.send("GET", "/calendar/" + "x".repeat(101) + ".ics", null)
                        .code())
                .isEqualTo("request.invalid");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/projects", "/api/v1/friendships", "/api/v1/me/calendar-feeds"})
    void isClosedToCallersWithoutALogin(String path) {
        assertThat(client.send("GET", path, null).status()).isEqualTo(401);
    }

    private static ProjectView project(int version) {
        return new ProjectView(PROJECT, ACTOR.userId(), "Kitchen", AT, AT, version, null);
    }

    private static MemberDetails member() {
        return new MemberDetails(person(), new MembershipView(ProjectRole.EDITOR, AT), 0);
    }

    private static FriendshipView friendship() {
        return new FriendshipView(FRIENDSHIP, person(), true, FriendshipStatus.ACCEPTED, AT, AT, 1);
    }

    private static PersonView person() {
        return new PersonView(BEN, "ben", "Ben", null);
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.STUDENT);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
