// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.NodeTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A feed as a calendar application shows it: ical.js is the library of Thunderbird. Skipped where npm is missing. */
@JourneyTest
@Tag("exhaustive")
class CalendarClientJourney {
    private static final NodeTool CLIENT = new NodeTool("ical.js@2.2.1", "node");
    private static final String ITEMS = "/api/v1/schedule-items";
    private static final String UNTIL = "2028-01-01T00:00:00Z";

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    @Test
    void showsTheOccurrencesOfTheSchedule() throws IOException {
        var owner = Api.at(port).newcomer();
        add(owner, "2027-01-31T08:00:00Z", "Europe/Berlin", "FREQ=MONTHLY");
        add(owner, "2027-03-01T06:30:00Z", "America/New_York", "FREQ=DAILY;UNTIL=20271130");
        add(owner, "2027-03-01T14:45:00Z", "Australia/Lord_Howe", "FREQ=WEEKLY");
        add(owner, "2027-03-01T22:30:00Z", "Africa/Cairo", "FREQ=WEEKLY;BYDAY=MO,TH,FR");
        add(owner, "2027-03-01T11:00:00Z", "Pacific/Apia", "FREQ=MONTHLY;BYMONTHDAY=31");
        var series = add(owner, "2027-03-01T08:00:00Z", "Europe/Berlin", "FREQ=DAILY;COUNT=60");
        owner.send("DELETE", series + "/occurrences/2027-03-29", null, "If-Match", "\"0\"")
                .is(200);
        owner.put(
                        series + "/occurrences/2027-03-30",
                        Map.of(
                                "title", "Moved",
                                "startsAt", "2027-03-30T13:15:00Z",
                                "endsAt", "2027-03-30T14:15:00Z",
                                "zone", "Europe/Berlin"),
                        "If-Match",
                        "\"1\"")
                .is(200);
        var feed = owner.post("/api/v1/me/calendar-feeds", Map.of("name", "Desk", "scope", "all"))
                .is(201)
                .json();

        var text = Api.at(port)
                .get("/calendar/" + feed.at("/secret").asString() + ".ics")
                .is(200)
                .text();

        var calendar = Files.writeString(directory.resolve("feed.ics"), text);
        var script = directory.resolve("calendar-client.mjs");
        Files.copy(Path.of("src/test/resources/calendar-client.mjs"), script);
        var output = directory.resolve("starts").toFile();
        int exit = CLIENT.run(directory, output, script.toString(), calendar.toString(), UNTIL);
        assertThat(exit).as(Files.readString(output.toPath())).isZero();
        var expected = owner.get("/api/v1/schedule?limit=100&zone=UTC&from=2027-01-01&to=2027-04-03")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/startsAt").asString())
                .sorted()
                .toList();
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(Files.readAllLines(output.toPath()))
                .filteredOn(start -> Instant.parse(start).isBefore(Instant.parse("2027-04-03T00:00:00Z")))
                .isEqualTo(expected);
    }

    private static String add(Api owner, String start, String zone, String recurrence) {
        return owner.post(
                        ITEMS,
                        Map.of(
                                "title", "Series",
                                "startsAt", start,
                                "endsAt", Instant.parse(start).plusSeconds(3600).toString(),
                                "zone", zone,
                                "recurrence", recurrence))
                .is(201)
                .header("Location");
    }
}
