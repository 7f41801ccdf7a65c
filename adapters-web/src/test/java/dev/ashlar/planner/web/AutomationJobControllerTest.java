// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.planner.application.AutomationJobService;
import dev.ashlar.planner.application.AutomationJobView;
import dev.ashlar.planner.application.AutomationRunService;
import dev.ashlar.planner.application.AutomationRunView;
import dev.ashlar.planner.application.AutomationWorkflow;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.AutomationRunId;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobState;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.RunOutcome;
import dev.ashlar.planner.domain.RunProgress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlannerServer
class AutomationJobControllerTest {
    private static final Actor OWNER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final AutomationJobId JOB =
            new AutomationJobId(UUID.fromString("019a0000-0000-7000-8000-0000000000d1"));
    private static final String JOBS = "/api/v1/automation-jobs";
    private static final String ONE = JOBS + "/" + JOB.value();
    private static final JobPlan PLAN = Automations.plan(Automations.cron());
    private static final String BODY = """
            {"name": "Plants", "schedule": {"scheduleType": "cron", "cronExpr": "0 * * * *", "zone": "Europe/Berlin"},
             "missedTicks": "run_once", "action": "create_todo",
             "payload": {"todo": {"title": "Water the plants", "notes": "The fern needs little.", "priority": 1, "dueInDays": 2}}}""";

    @Autowired
    private AutomationJobService jobs;

    @Autowired
    private AutomationRunService runs;

    @Autowired
    private AutomationWorkflow workflow;

    @Autowired
    private Caller client;

    @Test
    void addsAJobWithItsPathAndVersion() {
        given(jobs.create(OWNER, PLAN)).willReturn(view(0));
        var answer = send("POST", JOBS, BODY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/schedule/cronExpr").asString()).isEqualTo("0 * * * *");
        assertThat(answer.json().at("/status").asString()).isEqualTo("active");
        assertThat(answer.json().at("/payload/todo/dueInDays").asInt()).isEqualTo(2);
        given(jobs.create(any(), any()))
                .willThrow(PlannerProblem.AUTOMATION_JOBS_EXCEEDED.because("Delete one first."));
        assertThat(send("POST", JOBS, BODY).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "cronExpr": "0 * * * *"       | "cronExpr": "* * * *"                 | /schedule/cronExpr
            "zone": "Europe/Berlin"       | "zone": "Mars/Phobos"                 | /schedule/zone
            "scheduleType": "cron"        | "scheduleType": "once"                | /schedule/runAt
            "scheduleType": "cron"        | "scheduleType": "daily"               | /schedule/scheduleType
            "cronExpr": "0 * * * *"       | "intervalSeconds": 59                 | /schedule/intervalSeconds
            "action": "create_todo"       | "action": "call_webhook"              | /payload/todo
            "action": "create_todo"       | "action": "delete_everything"         | /action
            "missedTicks": "run_once"     | "missedTicks": null                   | /missedTicks
            "priority": 1                 | "priority": 5                         | /payload/todo/priority
            "name": "Plants"              | "name": " "                           | /name
            "name": "Plants"              | "name": "Plants", "status": "failed"  | /status
            """)
    void refusesAnInvalidJobWithItsPointer(String valid, String invalid, String pointer) {
        var answer = send("POST", JOBS, BODY.replace(valid, invalid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void editsAndDeletesUnderAVersion() {
        assertThat(send("PUT", ONE, BODY).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        then(jobs).shouldHaveNoInteractions();
        given(jobs.edit(OWNER, JOB, 3, PLAN)).willReturn(view(4));
        assertThat(send("PUT", ONE, BODY, "If-Match", "\"3\"").header("ETag")).isEqualTo("\"4\"");
        assertThat(send("DELETE", ONE, null, "If-Match", "\"4\"").status()).isEqualTo(204);
        then(jobs).should().delete(OWNER, JOB, 4);
        given(jobs.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PUT", ONE, BODY, "If-Match", "\"3\"").status()).isEqualTo(412);
    }

    @Test
    void listsJobsByStatus() {
        given(jobs.list(OWNER, AutomationJobStatus.PAUSED, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(0)), Cursor.of("planner.automation-jobs", JOB)));
        var answer = send("GET", JOBS + "?status=paused&limit=1", null);
        assertThat(answer.json().at("/items/0/name").asString()).isEqualTo("Plants");
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        assertThat(send("GET", JOBS + "?status=lost", null).error())
                .startsWith("status: must be one of active, paused, finished, failed");
    }

    @Test
    void runsAJobNow() {
        var run = new AutomationRunView(
                new AutomationRunId(UUID.fromString("019a0000-0000-7000-8000-0000000000d2")),
                Automations.NOW,
                true,
                new RunProgress(RunOutcome.RUNNING, 0, Automations.NOW, null, null));
        given(runs.runNow(OWNER, JOB)).willReturn(run);
        var answer = send("POST", ONE + "/run-now", null);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/outcome").asString()).isEqualTo("running");
        given(runs.runNow(any(), any())).willThrow(PlannerProblem.RUN_OPEN.because("Wait for its outcome."));
        assertThat(send("POST", ONE + "/run-now", null).status()).isEqualTo(409);
        given(jobs.runs(OWNER, JOB, PageRequest.first())).willReturn(new Page<>(List.of(run), null));
        assertThat(send("GET", ONE + "/runs", null).json().at("/items/0/manual").asBoolean())
                .isTrue();
    }

    @Test
    void pausesResumesAndRestores() {
        given(jobs.pause(OWNER, JOB)).willReturn(view(1));
        given(jobs.resume(OWNER, JOB)).willReturn(view(2));
        given(jobs.restore(OWNER, JOB)).willReturn(view(3));
        assertThat(send("POST", ONE + "/pause", null).header("ETag")).isEqualTo("\"1\"");
        assertThat(send("POST", ONE + "/resume", null).header("ETag")).isEqualTo("\"2\"");
        assertThat(send("POST", ONE + "/restore", null).header("ETag")).isEqualTo("\"3\"");
        given(jobs.resume(any(), any())).willThrow(PlannerProblem.SCHEDULE_ENDED.because("Choose a later time."));
        assertThat(send("POST", ONE + "/resume", null).status()).isEqualTo(422);
    }

    @Test
    void returnsTheSigningKeyToBeStoredNowhere() {
        given(workflow.signingKey(OWNER, JOB)).willReturn("whsec_key");
        var answer = send("GET", ONE + "/signing-key", null);
        assertThat(answer.json().at("/key").asString()).isEqualTo("whsec_key");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private static AutomationJobView view(int version) {
        return new AutomationJobView(
                JOB,
                PLAN,
                new JobState(AutomationJobStatus.ACTIVE, Automations.NOW, 0),
                Automations.NOW,
                Automations.NOW,
                version);
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.STUDENT);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
