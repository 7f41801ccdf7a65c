// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two people become friends, share a project and their busy times, and part. */
@JourneyTest
class RelationJourney {
    private static final String PROJECTS = "/api/v1/projects";
    private static final String FRIENDSHIPS = "/api/v1/friendships";
    private static final String ITEMS = "/api/v1/schedule-items";
    private static final String FEEDS = "/api/v1/me/calendar-feeds";

    @LocalServerPort
    private int port;

    private Api nobody;
    private Api ann;
    private Api ben;

    @BeforeEach
    void people() {
        nobody = Api.at(port);
        ann = nobody.newcomer();
        ben = nobody.newcomer();
    }

    @Test
    void leadsFromARequestToASharedProjectAndToABlock() {
        var friendship =
                ann.post(FRIENDSHIPS, Map.of("userId", ben.myId())).is(201).header("Location");
        var project = ann.post(PROJECTS, Map.of("name", "Kitchen")).is(201).header("Location");
        var member = Map.of("userId", ben.myId(), "role", "viewer");
        ann.post(project + "/members", member).isProblem(422, "planner.friendship-required");
        ben.post(friendship + "/accept", Map.of()).is(200);
        ann.post(project + "/members", member).is(201);

        assertThat(ben.get(project).is(200).json().has("membership")).isTrue();
        assertThat(ben.get(project).json().at("/membership").isNull()).isTrue();
        assertThat(ben.get(project + "?membership=true")
                        .json()
                        .at("/membership/role")
                        .asString())
                .isEqualTo("viewer");
        assertThat(ben.get(project + "/members").is(200).json().at("/items").size())
                .isEqualTo(2);
        ben.put(project, Map.of("name", "Mine"), "If-Match", "\"0\"").isProblem(403, "planner.project-forbidden");
        ann.put(project, Map.of("name", "New kitchen"), "If-Match", "\"0\"").is(200);

        ben.post(ITEMS, item("Dentist", "")).is(201);
        var busy = "/api/v1/friends/" + ben.myId() + "/free-busy?from=2027-03-08T00:00:00Z&to=2027-03-09T00:00:00Z";
        var seen = ann.get(busy).is(200);
        assertThat(seen.json().at("/busy/0/startsAt").asString()).isEqualTo("2027-03-08T09:00:00Z");
        assertThat(seen.text()).doesNotContain("Dentist");

        ben.post(friendship + "/block", Map.of()).is(200);
        ann.get(friendship).isProblem(404, "planner.friendship-not-found");
        ann.get(busy).isProblem(404, "planner.friend-not-found");
        ben.get(project).isProblem(404, "planner.project-not-found");
        ann.post(FRIENDSHIPS, Map.of("userId", ben.myId())).isProblem(404, "planner.person-not-found");
        ben.send("DELETE", friendship, null, "If-Match", "\"2\"").is(204);
        ann.post(FRIENDSHIPS, Map.of("userId", ben.myId())).is(201);
    }

    @Test
    void restoresADeletedProjectWithItsMembers() {
        var friendship =
                ann.post(FRIENDSHIPS, Map.of("userId", ben.myId())).is(201).header("Location");
        ben.post(friendship + "/accept", Map.of()).is(200);
        var project = ann.post(PROJECTS, Map.of("name", "Kitchen")).is(201).header("Location");
        ann.post(project + "/members", Map.of("userId", ben.myId(), "role", "editor"))
                .is(201);

        ann.send("DELETE", project, null, "If-Match", "\"0\"").is(204);
        ben.get(project).isProblem(404, "planner.project-not-found");
        ben.post(project + "/restore", Map.of()).isProblem(404, "planner.project-not-found");
        ann.post(project + "/restore", Map.of()).is(200);
        ben.get(project).is(200);
    }

    @Test
    void servesASubscribedCalendarUntilItIsRevoked() {
        var series = ann.post(ITEMS, item("Stand-up", "FREQ=WEEKLY")).is(201).header("Location");
        var created =
                ann.post(FEEDS, Map.of("name", "Phone", "scope", "all")).is(201).json();
        var path = "/calendar/" + created.at("/secret").asString() + ".ics";

        var first = nobody.get(path).is(200);
        assertThat(first.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(first.header("Cache-Control")).contains("no-cache", "private");
        assertThat(first.text()).contains("SUMMARY:Stand-up", "SEQUENCE:0", "RRULE:FREQ=WEEKLY", "BEGIN:VTIMEZONE");
        nobody.get(path, "If-None-Match", first.header("ETag")).is(304);

        ann.send("DELETE", series + "/occurrences/2027-03-15", null, "If-Match", "\"0\"")
                .is(200);
        var second = nobody.get(path, "If-None-Match", first.header("ETag")).is(200);
        assertThat(second.text()).contains("SEQUENCE:1", "EXDATE;TZID=Europe/Berlin:20270315T100000");
        assertThat(line(second.text(), "UID:")).isEqualTo(line(first.text(), "UID:"));

        JsonNode listed = ann.get(FEEDS).is(200).json();
        assertThat(listed.at("/items/0/lastReadAt").asString()).isNotBlank();
        assertThat(listed.toString()).doesNotContain(created.at("/secret").asString());
        var feed = FEEDS + "/" + created.at("/feed/id").asString();
        ben.send("DELETE", feed, null).isProblem(404, "planner.feed-not-found");
        ann.send("DELETE", feed, null).is(204);
        nobody.get(path).isProblem(404, "planner.feed-not-found");
        nobody.get(path, "If-None-Match", second.header("ETag")).isProblem(404, "planner.feed-not-found");
    }

    private static String line(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name)).findFirst().orElse("");
    }

    private static Map<String, Object> item(String title, String recurrence) {
        var item = Map.<String, Object>of(
                "title", title,
                "startsAt", "2027-03-08T09:00:00Z",
                "endsAt", "2027-03-08T10:00:00Z",
                "zone", "Europe/Berlin");
        if (recurrence.isEmpty()) {
            return item;
        }
        var series = new HashMap<>(item);
        series.put("recurrence", recurrence);
        return series;
    }
}
