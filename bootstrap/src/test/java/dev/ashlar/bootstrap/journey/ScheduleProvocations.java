// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of schedules. */
final class ScheduleProvocations implements ContextProvocations {
    private static final String ITEMS = "/api/v1/schedule-items";
    private static final String ONE = ITEMS + "/{id}";
    private static final String OCCURRENCE = ONE + "/occurrences/{date}";
    private static final String FOLLOWING = ONE + "/following/{date}";
    private static final String NOT_FOUND = "planner.schedule-item-not-found";

    private final Api owner;
    private final Mentoring mentoring;
    private final JdbcClient psql;

    ScheduleProvocations(Stage stage) {
        this.owner = stage.nobody().newcomer();
        this.mentoring = new Mentoring(stage.nobody());
        this.psql = stage.databases().database().psql();
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(owner, NOT_FOUND, "GET " + ONE, "POST " + ONE + "/restore")
                .add("GET /api/v1/schedule", "planner.range-too-full", this::readTooMuch)
                .add("POST " + ITEMS, "planner.todo-not-found", () -> owner.post(ITEMS, ofNoTodo()));
        for (var operation : List.of(
                "PUT " + ONE,
                "DELETE " + ONE,
                "PUT " + OCCURRENCE,
                "DELETE " + OCCURRENCE,
                "PUT " + FOLLOWING,
                "DELETE " + FOLLOWING)) {
            all.addExamples(owner, NOT_FOUND, operation)
                    .add(operation, "request.stale-version", () -> send(owner, operation, series(), "2027-03-08", 9));
        }
        for (var operation : List.of("PUT " + ONE, "PUT " + FOLLOWING)) {
            all.add(
                    operation,
                    "planner.todo-not-found",
                    () -> owner.put(path(operation, series(), "2027-03-08"), ofNoTodo(), "If-Match", "\"0\""));
        }
        for (var operation : List.of("PUT " + ONE, "DELETE " + ONE)) {
            all.add(operation, "planner.item-of-meeting", () -> changeMeeting(operation));
        }
        for (var operation : List.of("PUT " + OCCURRENCE, "DELETE " + OCCURRENCE)) {
            all.add(operation, "planner.exceptions-exceeded", () -> send(owner, operation, full(), "2031-03-03", 0));
        }
        for (var operation :
                List.of("PUT " + OCCURRENCE, "DELETE " + OCCURRENCE, "PUT " + FOLLOWING, "DELETE " + FOLLOWING)) {
            all.add(operation, "planner.occurrence-not-found", () -> send(owner, operation, series(), "2027-03-09", 0));
        }
    }

    private Api.Answer readTooMuch() {
        for (int number = 0; number < 109; number++) {
            owner.post(ITEMS, item("FREQ=DAILY")).is(201);
        }
        return owner.get("/api/v1/schedule?zone=UTC&from=2028-01-01&to=2028-04-02");
    }

    private Api.Answer changeMeeting(String operation) {
        var student = mentoring.student();
        mentoring.booked(mentoring.mentor(), student);
        await().until(() -> !student.get(ITEMS).json().at("/items").isEmpty());
        var id = student.get(ITEMS).json().at("/items/0/id").asString();
        return send(student, operation, ITEMS + "/" + id, "", 0);
    }

    private static Api.Answer send(Api person, String operation, String item, String date, int version) {
        var method = operation.substring(0, operation.indexOf(' '));
        var fields = new HashMap<>(item(""));
        fields.remove("recurrence");
        var body = method.equals("PUT") ? JsonMapper.shared().writeValueAsString(fields) : null;
        return person.send(method, path(operation, item, date), body, "If-Match", "\"" + version + "\"");
    }

    private static String path(String operation, String item, String date) {
        return operation
                .substring(operation.indexOf(' ') + 1)
                .replace(ONE, item)
                .replace("{date}", date);
    }

    /** Adds a series on Mondays and returns its path. */
    private String series() {
        return owner.post(ITEMS, item("FREQ=WEEKLY")).is(201).header("Location");
    }

    /** Adds a series with as many exceptions as it may have, and returns its path. */
    private String full() {
        var path = series();
        psql.sql("""
                        UPDATE planner.schedule_items
                        SET exceptions = (
                            SELECT jsonb_build_object('occurrences', jsonb_agg(
                                jsonb_build_object('on', DATE '2010-01-01' + day, 'title', NULL, 'time', NULL)))
                            FROM generate_series(1, 366) AS day
                        )
                        WHERE id = ?""")
                .param(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .update();
        return path;
    }

    private static Map<String, Object> ofNoTodo() {
        var fields = new HashMap<>(item("FREQ=WEEKLY"));
        fields.put("todoId", UUID.randomUUID().toString());
        return fields;
    }

    private static Map<String, Object> item(String recurrence) {
        return Map.of(
                "title",
                "Review",
                "startsAt",
                "2027-03-08T09:00:00Z",
                "endsAt",
                "2027-03-08T10:00:00Z",
                "zone",
                "UTC",
                "recurrence",
                recurrence);
    }
}
