// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of projects, friendships and calendar feeds. */
final class RelationProvocations implements ContextProvocations {
    private static final String FEEDS = "/api/v1/me/calendar-feeds";
    private static final String PROJECTS = "/api/v1/projects";
    private static final String PROJECT = PROJECTS + "/{id}";
    private static final String MEMBERS = PROJECT + "/members";
    private static final String MEMBER = MEMBERS + "/{userId}";
    private static final String FRIENDSHIPS = "/api/v1/friendships";
    private static final String FRIENDSHIP = FRIENDSHIPS + "/{id}";
    private static final String FREE_BUSY = "/api/v1/friends/{id}/free-busy";
    private static final String RANGE = "?from=2028-01-01T00:00:00Z&to=2028-03-03T00:00:00Z";
    private static final String NOT_FOUND = "planner.project-not-found";
    private static final String FORBIDDEN = "planner.project-forbidden";
    private static final String NO_MEMBER = "planner.member-not-found";
    private static final String NO_FRIENDSHIP = "planner.friendship-not-found";
    private static final String ILLEGAL = "planner.illegal-transition";
    private static final String STALE = "request.stale-version";

    private final Api nobody;
    private final Api owner;
    private final Api friend;
    private @Nullable String friendship;

    RelationProvocations(Stage stage) {
        this.nobody = stage.nobody();
        this.owner = stage.nobody().newcomer();
        this.friend = stage.nobody().newcomer();
    }

    @Override
    public void addTo(Provocations all) {
        addProjects(all);
        addMembers(all);
        addFriendships(all);
        all.add("GET " + FREE_BUSY, "planner.friend-not-found", () -> owner.get(freeBusy(nobody.newcomer())))
                .add("GET " + FREE_BUSY, "planner.range-too-full", this::readTooMuch)
                .add("POST " + FEEDS, "planner.feeds-exceeded", this::createOneFeedTooMany)
                .addExamples(owner, "planner.feed-not-found", "DELETE /api/v1/me/calendar-feeds/{id}")
                .addExamples(nobody, "planner.feed-not-found", "GET /calendar/{secret}.ics");
    }

    private Api.Answer createOneFeedTooMany() {
        var feed = Map.of("name", "Provoked", "scope", "all");
        var last = owner.post(FEEDS, feed);
        for (int feeds = 1; feeds <= 20 && last.status() == 201; feeds++) {
            last = owner.post(FEEDS, feed);
        }
        return last;
    }

    private void addProjects(Provocations all) {
        all.addExamples(
                        owner,
                        NOT_FOUND,
                        "GET " + PROJECT,
                        "PUT " + PROJECT,
                        "DELETE " + PROJECT,
                        "POST " + PROJECT + "/restore")
                .add("PUT " + PROJECT, FORBIDDEN, () -> change(friend, "PUT", shared(), Map.of("name", "Mine"), 0))
                .add("PUT " + PROJECT, STALE, () -> change(owner, "PUT", project(), Map.of("name", "Late"), 9))
                .add("DELETE " + PROJECT, FORBIDDEN, () -> change(friend, "DELETE", shared(), null, 0))
                .add("DELETE " + PROJECT, STALE, () -> change(owner, "DELETE", project(), null, 9));
    }

    private void addMembers(Provocations all) {
        all.addExamples(
                        owner,
                        NOT_FOUND,
                        "GET " + MEMBERS,
                        "POST " + MEMBERS,
                        "GET " + MEMBER,
                        "PATCH " + MEMBER,
                        "DELETE " + MEMBER)
                .add("GET " + MEMBER, NO_MEMBER, () -> owner.get(member(project(), friend)))
                .add("POST " + MEMBERS, FORBIDDEN, () -> add(friend, shared(), nobody.newcomer()))
                .add("POST " + MEMBERS, "planner.friendship-required", () -> add(owner, project(), nobody.newcomer()))
                .add("POST " + MEMBERS, "planner.member-exists", () -> add(owner, shared(), friend));
        for (var method : new String[] {"PATCH", "DELETE"}) {
            var operation = method + " " + MEMBER;
            var role = method.equals("PATCH") ? Map.of("role", "viewer") : null;
            all.add(operation, FORBIDDEN, () -> change(friend, method, member(shared(), owner), role, 0))
                    .add(operation, NO_MEMBER, () -> change(owner, method, member(project(), friend), role, 0))
                    .add(operation, STALE, () -> change(owner, method, member(shared(), friend), role, 9))
                    .add(
                            operation,
                            "planner.own-membership",
                            () -> change(owner, method, member(project(), owner), role, 0));
        }
    }

    private void addFriendships(Provocations all) {
        all.addExamples(
                        owner,
                        NO_FRIENDSHIP,
                        "GET " + FRIENDSHIP,
                        "DELETE " + FRIENDSHIP,
                        "POST " + FRIENDSHIP + "/accept",
                        "POST " + FRIENDSHIP + "/decline",
                        "POST " + FRIENDSHIP + "/block")
                .add("POST " + FRIENDSHIPS, "planner.own-friendship", () -> request(owner, owner.myId()))
                .add("POST " + FRIENDSHIPS, "planner.person-not-found", () -> request(owner, "" + UUID.randomUUID()))
                .add("POST " + FRIENDSHIPS, "planner.friendship-declined", () -> {
                    var other = nobody.newcomer();
                    move(other, requested(owner, other), "decline").is(200);
                    return request(owner, other.myId());
                })
                .add("POST " + FRIENDSHIPS, ILLEGAL, () -> {
                    var other = nobody.newcomer();
                    move(owner, requested(owner, other), "block").is(200);
                    return request(owner, other.myId());
                })
                .add(
                        "DELETE " + FRIENDSHIP,
                        STALE,
                        () -> change(owner, "DELETE", requested(owner, nobody.newcomer()), null, 9))
                .add("DELETE " + FRIENDSHIP, "planner.friendship-declined", () -> {
                    var other = nobody.newcomer();
                    var declined = requested(owner, other);
                    move(other, declined, "decline").is(200);
                    return change(owner, "DELETE", declined, null, 1);
                })
                .add("POST " + FRIENDSHIP + "/block", ILLEGAL, () -> {
                    var blocked = requested(owner, nobody.newcomer());
                    move(owner, blocked, "block").is(200);
                    return move(owner, blocked, "block");
                });
        for (var decision : new String[] {"accept", "decline"}) {
            var operation = "POST " + FRIENDSHIP + "/" + decision;
            all.add(
                            operation,
                            "planner.own-friendship-request",
                            () -> move(owner, requested(owner, nobody.newcomer()), decision))
                    .add(operation, ILLEGAL, () -> {
                        var other = nobody.newcomer();
                        var decided = requested(owner, other);
                        move(other, decided, decision).is(200);
                        return move(other, decided, decision);
                    });
        }
    }

    private Api.Answer readTooMuch() {
        befriend();
        for (int number = 0; number < 165; number++) {
            friend.post(
                            "/api/v1/schedule-items",
                            Map.of(
                                    "title", "Busy",
                                    "startsAt", "2027-03-08T09:00:00Z",
                                    "endsAt", "2027-03-08T10:00:00Z",
                                    "zone", "UTC",
                                    "recurrence", "FREQ=DAILY"))
                    .is(201);
        }
        return owner.get(freeBusy(friend));
    }

    private static String freeBusy(Api person) {
        return FREE_BUSY.replace("{id}", person.myId()) + RANGE;
    }

    /** Creates a project and returns its path. */
    private String project() {
        return owner.post(PROJECTS, Map.of("name", "Provoked")).is(201).header("Location");
    }

    /** Creates a project with the friend as a viewer, and returns its path. */
    private String shared() {
        befriend();
        var project = project();
        add(owner, project, friend).is(201);
        return project;
    }

    private void befriend() {
        if (friendship == null) {
            friendship = requested(owner, friend);
            move(friend, friendship, "accept").is(200);
        }
    }

    private static Api.Answer add(Api who, String project, Api person) {
        return who.post(project + "/members", Map.of("userId", person.myId(), "role", "viewer"));
    }

    private static String member(String project, Api person) {
        return project + "/members/" + person.myId();
    }

    private static Api.Answer request(Api who, String userId) {
        return who.post(FRIENDSHIPS, Map.of("userId", userId));
    }

    private static String requested(Api who, Api person) {
        return request(who, person.myId()).is(201).header("Location");
    }

    private static Api.Answer move(Api who, String friendship, String move) {
        return who.send("POST", friendship + "/" + move, null);
    }

    private static Api.Answer change(
            Api who, String method, String path, @Nullable Map<String, String> body, int version) {
        var json = body == null ? null : JsonMapper.shared().writeValueAsString(body);
        return who.send(method, path, json, "If-Match", "\"" + version + "\"");
    }
}
