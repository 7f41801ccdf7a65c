// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of schedules, friends, projects and calendar feeds that succeed. */
final class PlannerSuccesses implements ContextSuccesses {
    private static final String ITEMS = "/api/v1/schedule-items";
    private static final String ITEM = ITEMS + "/{id}";
    private static final String PROJECTS = "/api/v1/projects";
    private static final String PROJECT = PROJECTS + "/{id}";
    private static final String MEMBER = PROJECT + "/members/{userId}";
    private static final String FRIENDSHIPS = "/api/v1/friendships";
    private static final String FRIENDSHIP = FRIENDSHIPS + "/{id}";
    private static final String FEEDS = "/api/v1/me/calendar-feeds";

    private final Api nobody;

    PlannerSuccesses(Stage stage) {
        this.nobody = stage.nobody();
    }

    @Override
    public void addTo(Successes all) {
        addSchedule(all);
        addProjects(all);
        addMembers(all);
        addFriendships(all);
        addFeeds(all);
    }

    private void addSchedule(Successes all) {
        all.add("POST " + ITEMS, () -> by(nobody.newcomer()));
        for (var operation : new String[] {"GET " + ITEM, "PUT " + ITEM, "DELETE " + ITEM}) {
            all.add(operation, this::ofSeries);
        }
        for (var part : new String[] {"/occurrences/{date}", "/following/{date}"}) {
            all.add("PUT " + ITEM + part, () -> ofSeries("2026-02-13"))
                    .add("DELETE " + ITEM + part, () -> ofSeries("2026-02-13"));
        }
        all.add("POST " + ITEM + "/restore", () -> {
            var owner = nobody.newcomer();
            var series = series(owner);
            owner.send("DELETE", ITEMS + "/" + series, null, "If-Match", "*").is(204);
            return by(owner, series);
        });
    }

    private void addProjects(Successes all) {
        all.add("POST " + PROJECTS, () -> by(nobody.newcomer()));
        for (var operation :
                new String[] {"GET " + PROJECT, "PUT " + PROJECT, "DELETE " + PROJECT, "GET " + PROJECT + "/members"}) {
            all.add(operation, () -> {
                var owner = nobody.newcomer();
                return by(owner, project(owner));
            });
        }
        all.add("POST " + PROJECT + "/restore", () -> {
            var owner = nobody.newcomer();
            var project = project(owner);
            owner.send("DELETE", PROJECTS + "/" + project, null, "If-Match", "*")
                    .is(204);
            return by(owner, project);
        });
    }

    private void addMembers(Successes all) {
        all.add("POST " + PROJECT + "/members", () -> {
            var owner = nobody.newcomer();
            return by(owner, project(owner)).with("/userId", friend(owner).myId());
        });
        for (var method : new String[] {"GET ", "PATCH ", "DELETE "}) {
            all.add(method + MEMBER, () -> {
                var owner = nobody.newcomer();
                var project = project(owner);
                var member = friend(owner).myId();
                owner.post(PROJECTS + "/" + project + "/members", Map.of("userId", member, "role", "editor"))
                        .is(201);
                return by(owner, project, member);
            });
        }
    }

    private void addFriendships(Successes all) {
        all.add(
                "POST " + FRIENDSHIPS,
                () -> by(nobody.newcomer()).with("/userId", nobody.newcomer().myId()));
        for (var answer : new String[] {"accept", "decline", "block"}) {
            all.add("POST " + FRIENDSHIP + "/" + answer, () -> {
                var asked = nobody.newcomer();
                return by(asked, request(nobody.newcomer(), asked));
            });
        }
        for (var method : new String[] {"GET ", "DELETE "}) {
            all.add(method + FRIENDSHIP, () -> {
                var requester = nobody.newcomer();
                return by(requester, request(requester, nobody.newcomer()));
            });
        }
        all.add("GET /api/v1/friends/{id}/free-busy", () -> {
            var person = nobody.newcomer();
            return by(person, friend(person).myId());
        });
    }

    private void addFeeds(Successes all) {
        all.add("POST " + FEEDS, () -> by(nobody.newcomer()))
                .add("DELETE " + FEEDS + "/{id}", () -> {
                    var owner = nobody.newcomer();
                    return by(owner, feed(owner).json().at("/feed/id").asString());
                })
                .add(
                        "GET /calendar/{secret}.ics",
                        () -> by(
                                nobody,
                                feed(nobody.newcomer()).json().at("/secret").asString()));
    }

    private Success ofSeries(String... dates) {
        var owner = nobody.newcomer();
        return dates.length == 0 ? by(owner, series(owner)) : by(owner, series(owner), dates[0]);
    }

    private static String series(Api owner) {
        return Mentoring.id(owner.post(
                ITEMS,
                Map.of(
                        "title",
                        "Weekly review",
                        "startsAt",
                        "2026-02-06T15:00:00Z",
                        "endsAt",
                        "2026-02-06T15:30:00Z",
                        "zone",
                        "Europe/Berlin",
                        "recurrence",
                        "FREQ=WEEKLY;BYDAY=FR")));
    }

    private static String project(Api owner) {
        return Mentoring.id(owner.post(PROJECTS, Map.of("name", "New kitchen")).is(201));
    }

    private static Api.Answer feed(Api owner) {
        return owner.post(FEEDS, Map.of("name", "Phone", "scope", "all")).is(201);
    }

    private Api friend(Api person) {
        var friend = nobody.newcomer();
        friend.send("POST", FRIENDSHIPS + "/" + request(person, friend) + "/accept", null)
                .is(200);
        return friend;
    }

    private static String request(Api requester, Api asked) {
        return Mentoring.id(
                requester.post(FRIENDSHIPS, Map.of("userId", asked.myId())).is(201));
    }
}
