// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.planner.application.AutomationWorkflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a new automation job to its runs, the trash and back. */
@JourneyTest
class AutomationJourney {
    private static final String JOBS = "/api/v1/automation-jobs";

    @LocalServerPort
    private int port;

    @Autowired
    private AutomationWorkflow workflow;

    @Autowired
    private FreshDatabase.Switch database;

    private Api owner;

    @BeforeEach
    void people() {
        owner = Api.at(port).newcomer();
    }

    @Test
    void runsAJobOnItsScheduleAndByHand() {
        var job =
                add("create_todo", Map.of("todo", Map.of("title", "Water the plants", "priority", 1, "dueInDays", 0)));
        var first = Instant.parse(owner.get(job).is(200).json().at("/nextRunAt").asString());
        assertThat(first)
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));

        passAnHour();
        workflow.tick();
        assertThat(runs(job).at("/items/0/outcome").asString()).isEqualTo("succeeded");
        assertThat(runs(job).at("/items/0/manual").asBoolean()).isFalse();

        var byHand = owner.post(job + "/run-now", Map.of()).is(202).json();
        assertThat(byHand.at("/outcome").asString()).isEqualTo("succeeded");
        assertThat(byHand.at("/manual").asBoolean()).isTrue();
        assertThat(owner.get("/api/v1/todos").is(200).json().at("/items").size())
                .isEqualTo(2);
        assertThat(owner.get(job + "/runs?limit=1").is(200).header("Link")).contains("rel=\"next\"");

        var edited = owner.send("PUT", job, text(body("create_todo", 7200, todo())), "If-Match", "\"0\"")
                .is(200);
        assertThat(edited.header("ETag")).isEqualTo("\"1\"");
        owner.send("PUT", job, text(body("create_todo", 60, todo())), "If-Match", "\"0\"")
                .isProblem(412, "request.stale-version");
        assertThat(owner.post(job + "/pause", Map.of())
                        .is(200)
                        .json()
                        .at("/nextRunAt")
                        .isNull())
                .isTrue();
        assertThat(owner.get(JOBS + "?status=paused")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        owner.post(job + "/resume", Map.of()).is(200);

        owner.send("DELETE", job, null, "If-Match", "\"3\"").is(204);
        owner.get(job).isProblem(404, "planner.automation-job-not-found");
        assertThat(owner.post(job + "/restore", Map.of())
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("paused");
    }

    @Test
    void addsAScheduleItem() {
        var item = Map.of("title", "Review of the week", "startsInMinutes", 30, "durationMinutes", 45);
        var job = add("add_schedule_item", Map.of("scheduleItem", item));
        owner.post(job + "/run-now", Map.of()).is(202);
        var today = LocalDate.now(ZoneOffset.UTC);
        var schedule = owner.get("/api/v1/schedule?zone=UTC&from=" + today + "&to=" + today.plusDays(2))
                .is(200);
        assertThat(schedule.text()).contains("Review of the week");
    }

    /** A name of this host is no public address, so that nothing listens to the call. */
    @Test
    void callsNoWebhookInItsOwnNetwork() {
        var job = add("call_webhook", Map.of("webhook", Map.of("url", "https://localhost:" + port + "/api/health")));
        assertThat(owner.get(job + "/signing-key").is(200).json().at("/key").asString())
                .startsWith("whsec_");
        assertThat(owner.post(job + "/run-now", Map.of())
                        .is(202)
                        .json()
                        .at("/outcome")
                        .asString())
                .isEqualTo("running");
        owner.post(job + "/run-now", Map.of()).isProblem(409, "planner.run-open");
        workflow.callWebhooks();
        assertThat(runs(job).at("/items/0/detail").asString()).isEqualTo("The host has no public address.");
        assertThat(runs(job).at("/items/0/attempts").asInt()).isEqualTo(1);
    }

    @Test
    void showsJobsToNobodyElse() {
        var job = add("create_todo", todo());
        var stranger = Api.at(port).newcomer();
        for (var path : new String[] {job, job + "/runs", job + "/signing-key"}) {
            stranger.get(path).isProblem(404, "planner.automation-job-not-found");
        }
        for (var deed : new String[] {"/pause", "/resume", "/restore", "/run-now"}) {
            stranger.post(job + deed, Map.of()).isProblem(404, "planner.automation-job-not-found");
        }
        stranger.send("DELETE", job, null, "If-Match", "\"0\"").isProblem(404, "planner.automation-job-not-found");
        assertThat(stranger.get(JOBS).is(200).json().at("/items").size()).isZero();
    }

    private String add(String action, Map<String, ?> payload) {
        return owner.post(JOBS, body(action, 3600, payload)).is(201).header("Location");
    }

    private static Map<String, Object> body(String action, int seconds, Map<String, ?> payload) {
        return Map.of(
                "name",
                "Robot",
                "schedule",
                Map.of(
                        "scheduleType",
                        "interval",
                        "runAt",
                        Instant.now().plusSeconds(seconds).toString(),
                        "intervalSeconds",
                        seconds,
                        "zone",
                        "Europe/Berlin"),
                "missedTicks",
                "run_once",
                "action",
                action,
                "payload",
                payload);
    }

    private static Map<String, ?> todo() {
        return Map.of("todo", Map.of("title", "Water the plants", "priority", 1));
    }

    private JsonNode runs(String job) {
        return owner.get(job + "/runs").is(200).json();
    }

    private void passAnHour() {
        database.database()
                .psql()
                .sql("UPDATE planner.automation_jobs SET next_run_at = next_run_at - interval '1 hour'")
                .update();
    }

    private static String text(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
