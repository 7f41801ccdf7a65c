// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of automation jobs. */
final class AutomationProvocations implements ContextProvocations {
    private static final String JOBS = "/api/v1/automation-jobs";
    private static final String ONE = JOBS + "/{id}";
    private static final String NOT_FOUND = "planner.automation-job-not-found";
    private static final String EXCEEDED = "planner.automation-jobs-exceeded";
    private static final String ILLEGAL = "planner.illegal-transition";
    private static final String ENDED = "planner.schedule-ended";
    private static final int ALLOWED = 50;

    private final Api anonymous;
    private final Api owner;

    AutomationProvocations(Stage stage) {
        this.anonymous = stage.nobody();
        this.owner = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(
                        owner,
                        NOT_FOUND,
                        "GET " + ONE,
                        "PUT " + ONE,
                        "DELETE " + ONE,
                        "GET " + ONE + "/runs",
                        "GET " + ONE + "/signing-key",
                        "POST " + ONE + "/pause",
                        "POST " + ONE + "/resume",
                        "POST " + ONE + "/restore",
                        "POST " + ONE + "/run-now")
                .add("PUT " + ONE, "request.stale-version", () -> change(owner, "PUT", added(owner), 9))
                .add("DELETE " + ONE, "request.stale-version", () -> change(owner, "DELETE", added(owner), 9))
                .add(
                        "PUT " + ONE,
                        ENDED,
                        () -> owner.send(
                                "PUT", added(owner), text(job(once("2020-01-01T00:00:00Z"))), "If-Match", "\"0\""))
                .add("POST " + JOBS, ENDED, () -> owner.post(JOBS, job(once("2020-01-01T00:00:00Z"))))
                .add("POST " + JOBS, EXCEEDED, () -> full().post(JOBS, job(hourly())))
                .add("POST " + ONE + "/restore", EXCEEDED, this::restoreOneTooMany)
                .add("POST " + ONE + "/pause", ILLEGAL, () -> {
                    var job = added(owner);
                    owner.post(job + "/pause", Map.of()).is(200);
                    return owner.post(job + "/pause", Map.of());
                })
                .add("POST " + ONE + "/resume", ILLEGAL, () -> owner.post(added(owner) + "/resume", Map.of()))
                .add("POST " + ONE + "/resume", ENDED, this::resumeAfterTheEnd)
                .add("POST " + ONE + "/run-now", "planner.run-open", () -> {
                    var job = location(owner.post(JOBS, calling()));
                    owner.post(job + "/run-now", Map.of()).is(202);
                    return owner.post(job + "/run-now", Map.of());
                });
    }

    /** A job that was paused before its only run, and resumed after it. */
    private Api.Answer resumeAfterTheEnd() {
        var job =
                location(owner.post(JOBS, job(once(Instant.now().plusSeconds(1).toString()))));
        owner.post(job + "/pause", Map.of()).is(200);
        Api.Answer answer;
        do {
            answer = owner.post(job + "/resume", Map.of());
        } while (answer.status() == 200 && owner.post(job + "/pause", Map.of()).status() == 200);
        return answer;
    }

    private Api.Answer restoreOneTooMany() {
        var person = anonymous.newcomer();
        var job = added(person);
        change(person, "DELETE", job, 0).is(204);
        fill(person);
        return person.post(job + "/restore", Map.of());
    }

    private Api full() {
        var person = anonymous.newcomer();
        fill(person);
        return person;
    }

    private static void fill(Api person) {
        for (int count = 0; count < ALLOWED; count++) {
            added(person);
        }
    }

    private static Api.Answer change(Api person, String method, String path, int version) {
        var body = method.equals("PUT") ? text(job(hourly())) : null;
        return person.send(method, path, body, "If-Match", "\"" + version + "\"");
    }

    private static String added(Api person) {
        return location(person.post(JOBS, job(hourly())));
    }

    private static String location(Api.Answer answer) {
        return answer.is(201).header("Location");
    }

    private static Map<String, Object> job(Map<String, String> schedule) {
        return Map.of(
                "name",
                "Provoked",
                "schedule",
                schedule,
                "missedTicks",
                "skip",
                "action",
                "create_todo",
                "payload",
                Map.of("todo", Map.of("title", "Provoked", "priority", 0)));
    }

    private static Map<String, Object> calling() {
        return Map.of(
                "name",
                "Provoked",
                "schedule",
                hourly(),
                "missedTicks",
                "skip",
                "action",
                "call_webhook",
                "payload",
                Map.of("webhook", Map.of("url", "https://localhost/hook")));
    }

    private static Map<String, String> hourly() {
        return Map.of("scheduleType", "cron", "cronExpr", "0 * * * *", "zone", "UTC");
    }

    private static Map<String, String> once(String at) {
        return Map.of("scheduleType", "once", "runAt", at, "zone", "UTC");
    }

    private static String text(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
