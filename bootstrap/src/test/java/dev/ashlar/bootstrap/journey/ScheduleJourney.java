// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a series and its exceptions to the trash and back; and meetings that appear, move and vanish. */
@JourneyTest
class ScheduleJourney {
    private static final String ITEMS = "/api/v1/schedule-items";

    @LocalServerPort
    private int port;

    private Api owner;

    @BeforeEach
    void people() {
        owner = Api.at(port).newcomer();
    }

    @Test
    void leadsFromASeriesToTheTrashAndBack() {
        var added =
                owner.post(ITEMS, weekly("2027-03-01T08:00:00Z", "FREQ=WEEKLY")).is(201);
        var path = added.header("Location");
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        assertThat(added.json().at("/recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(starts("2027-03-01", "2027-04-06"))
                .as("nine o'clock in Berlin, before and after the clock changes")
                .containsExactly(
                        "2027-03-01T08:00:00Z",
                        "2027-03-08T08:00:00Z",
                        "2027-03-15T08:00:00Z",
                        "2027-03-22T08:00:00Z",
                        "2027-03-29T07:00:00Z",
                        "2027-04-05T07:00:00Z");

        var moved = new HashMap<>(weekly("2027-03-09T10:00:00Z", ""));
        moved.remove("recurrence");
        owner.put(path + "/occurrences/2027-03-08", moved, "If-Match", "\"0\"").is(200);
        owner.send("DELETE", path + "/occurrences/2027-03-15", null, "If-Match", "\"1\"")
                .is(200);
        owner.send("DELETE", path + "/occurrences/2027-03-16", null, "If-Match", "\"2\"")
                .isProblem(404, "planner.occurrence-not-found");
        assertThat(starts("2027-03-08", "2027-03-23")).containsExactly("2027-03-09T10:00:00Z", "2027-03-22T08:00:00Z");

        moved.put("startsAt", "2027-03-22T12:00:00Z");
        moved.put("endsAt", "2027-03-22T13:00:00Z");
        owner.put(path + "/following/2027-03-22", moved, "If-Match", "\"0\"").isProblem(412, "request.stale-version");
        var rest = owner.put(path + "/following/2027-03-22", moved, "If-Match", "\"2\"")
                .is(200)
                .json();
        assertThat(starts("2027-03-01", "2027-04-06"))
                .containsExactly(
                        "2027-03-01T08:00:00Z",
                        "2027-03-09T10:00:00Z",
                        "2027-03-22T12:00:00Z",
                        "2027-03-29T11:00:00Z",
                        "2027-04-05T11:00:00Z");

        var restPath = ITEMS + "/" + rest.at("/id").asString();
        owner.send("DELETE", restPath + "/following/2027-04-05", null, "If-Match", "\"0\"")
                .is(204);
        assertThat(starts("2027-04-01", "2027-05-01")).isEmpty();
        owner.send("DELETE", path, null, "If-Match", "\"3\"").is(204);
        owner.get(path).isProblem(404, "planner.schedule-item-not-found");
        assertThat(starts("2027-03-01", "2027-03-15")).isEmpty();
        assertThat(owner.post(path + "/restore", Map.of()).is(200).header("ETag"))
                .isEqualTo("\"5\"");
        assertThat(starts("2027-03-01", "2027-03-15")).hasSize(2);
        assertThat(owner.get(ITEMS).is(200).json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void readsACenturyAheadAndWholeDays() {
        owner.post(ITEMS, weekly("2027-03-01T08:00:00Z", "FREQ=MONTHLY;BYMONTHDAY=31"))
                .is(201);
        owner.post(ITEMS, Map.of("title", "Fair", "startsOn", "2127-02-28", "endsOn", "2127-03-01", "zone", "UTC"))
                .is(201);
        var items = read("2127-02-28", "2127-03-01").toList();
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().at("/startsOn").asString()).isEqualTo("2127-02-28");
        assertThat(items.getLast().at("/startsAt").asString()).isEqualTo("2127-02-28T08:00:00Z");
        owner.get("/api/v1/schedule?from=2027-01-01&to=2027-05-01&zone=UTC")
                .isProblem(400, "request.invalid")
                .naming("to");
        owner.get("/api/v1/schedule?from=2027-01-01&to=2027-02-01&zone=Mars").isProblem(400, "request.invalid");
    }

    @Test
    void showsAScheduleToNobodyElse() {
        var path = owner.post(ITEMS, weekly("2027-03-01T08:00:00Z", "FREQ=WEEKLY"))
                .is(201)
                .header("Location");
        var stranger = Api.at(port).newcomer();
        var gone = "planner.schedule-item-not-found";
        stranger.get(path).isProblem(404, gone);
        stranger.put(path, weekly("2027-03-01T08:00:00Z", "FREQ=DAILY"), "If-Match", "\"0\"")
                .isProblem(404, gone);
        for (var mine : List.of(path, path + "/occurrences/2027-03-01", path + "/following/2027-03-01")) {
            stranger.send("DELETE", mine, null, "If-Match", "\"0\"").isProblem(404, gone);
        }
        stranger.post(path + "/restore", Map.of()).isProblem(404, gone);
        assertThat(stranger.get(ITEMS).is(200).json().at("/items").isEmpty()).isTrue();
        assertThat(starts("2027-03-01", "2027-03-02")).hasSize(1);
    }

    @Test
    void followsTheMeetingsOfMentorAndStudent() {
        var mentoring = new Mentoring(Api.at(port));
        var mentor = mentoring.mentor();
        var student = mentoring.student();
        var slot = mentoring.booked(mentor, student);
        await().until(() -> meetings(mentor, slot) == 1 && meetings(student, slot) == 1);

        var target = mentoring.open(mentor, Duration.ofDays(9));
        var start = mentor.get("/api/v1/slots/" + target).json().at("/startsAt").asString();
        Mentoring.move(student, slot, target).is(200);
        await().until(() ->
                starts(student).equals(List.of(start)) && starts(mentor).equals(List.of(start)));

        Mentoring.post(student, slot, "cancellation-request").is(200);
        Mentoring.post(mentor, slot, "cancellation-request/approve").is(200);
        await().until(() -> meetings(mentor, slot) == 0 && meetings(student, slot) == 0);
    }

    private static long meetings(Api person, String slot) {
        return upcoming(person)
                .filter(item -> item.at("/sourceType").asString().equals("slot")
                        && item.at("/sourceId").asString().equals(slot))
                .count();
    }

    private static List<String> starts(Api person) {
        return upcoming(person).map(item -> item.at("/startsAt").asString()).toList();
    }

    private static Stream<JsonNode> upcoming(Api person) {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        return person.get("/api/v1/schedule?limit=100&zone=UTC&from=" + today + "&to=" + today.plusDays(30))
                .is(200)
                .json()
                .at("/items")
                .valueStream();
    }

    private List<String> starts(String from, String to) {
        return read(from, to).map(item -> item.at("/startsAt").asString()).toList();
    }

    private Stream<JsonNode> read(String from, String to) {
        return owner.get("/api/v1/schedule?limit=100&zone=Europe/Berlin&from=" + from + "&to=" + to)
                .is(200)
                .json()
                .at("/items")
                .valueStream();
    }

    /** Returns an item of an hour. */
    private static Map<String, Object> weekly(String startsAt, String recurrence) {
        return Map.of(
                "title",
                "Review",
                "startsAt",
                startsAt,
                "endsAt",
                Instant.parse(startsAt).plusSeconds(3600).toString(),
                "zone",
                "Europe/Berlin",
                "recurrence",
                recurrence);
    }
}
