// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.item;
import static dev.ashlar.planner.domain.Automations.todo;
import static dev.ashlar.planner.domain.Automations.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.domain.JobPayload.ItemTemplate;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.JobPayload.WebhookTarget;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPlanTest {
    @ParameterizedTest
    @EnumSource
    void takesThePayloadOfItsActionOnly(JobAction action) {
        for (var payload : new JobPayload[] {todo(), item(), webhook(), new JobPayload(null, null, null)}) {
            boolean fits = switch (action) {
                case CREATE_TODO -> payload.todo() != null;
                case ADD_SCHEDULE_ITEM -> payload.scheduleItem() != null;
                case CALL_WEBHOOK -> payload.webhook() != null;
            };
            if (fits) {
                assertThat(new JobPlan("Job", cron(), MissedTicks.SKIP, action, payload).payload())
                        .isEqualTo(payload);
            } else {
                assertRefused(
                        KernelProblem.INVALID_REQUEST,
                        () -> new JobPlan("Job", cron(), MissedTicks.SKIP, action, payload));
            }
        }
    }

    @Test
    void takesTheFieldsOfItsTypeOnly() {
        assertInvalid("/schedule/runAt", () -> schedule(JobScheduleType.ONCE, null, null, null));
        assertInvalid("/schedule/intervalSeconds", () -> schedule(JobScheduleType.ONCE, NOW, 60, null));
        assertInvalid("/schedule/cronExpr", () -> schedule(JobScheduleType.ONCE, NOW, null, "0 * * * *"));
        assertInvalid("/schedule/runAt", () -> schedule(JobScheduleType.INTERVAL, null, 60, null));
        assertInvalid("/schedule/intervalSeconds", () -> schedule(JobScheduleType.INTERVAL, NOW, null, null));
        assertInvalid("/schedule/intervalSeconds", () -> schedule(JobScheduleType.INTERVAL, NOW, 59, null));
        assertInvalid("/schedule/intervalSeconds", () -> schedule(JobScheduleType.INTERVAL, NOW, 31_622_401, null));
        assertInvalid("/schedule/cronExpr", () -> schedule(JobScheduleType.INTERVAL, NOW, 60, "0 * * * *"));
        assertInvalid("/schedule/runAt", () -> schedule(JobScheduleType.CRON, NOW, null, "0 * * * *"));
        assertInvalid("/schedule/intervalSeconds", () -> schedule(JobScheduleType.CRON, null, 60, "0 * * * *"));
        assertInvalid("/schedule/cronExpr", () -> schedule(JobScheduleType.CRON, null, null, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"ONCE", "INTERVAL"})
    void refusesATickFromWhichNoDateCanBeStored(JobScheduleType type) {
        var interval = type == JobScheduleType.INTERVAL ? 60 : null;
        var last = JobSchedule.MAX_RUN_AT.minusMillis(1);
        assertThat(schedule(type, last, interval, null).runAt()).isEqualTo(last);
        assertInvalid("/schedule/runAt", () -> schedule(type, JobSchedule.MAX_RUN_AT, interval, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "0 0 * * * *", "@daily", "\u0665 9 * * *", "0 \uff19 * * *"})
    void refusesACronExpressionWithoutFiveFields(String expression) {
        assertInvalid("/schedule/cronExpr", () -> schedule(JobScheduleType.CRON, null, null, expression));
    }

    @Test
    void storesACronExpressionWithSingleBlanks() {
        assertThat(schedule(JobScheduleType.CRON, null, null, " 0  9 * *\t1-5 ").cronExpr())
                .isEqualTo("0 9 * * 1-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://user:password@example.com/",
                "https://user@example.com/",
                "https://example.com/#part",
                "https://exämple.com/",
                "https://exam_ple.com/",
                "https://",
                "https://127.1/",
                "https://example.com:99999999999/",
                "https://example.com:99999/",
                "https://example.com:65536/",
                "https://example.com:0/",
                "file:///etc/passwd",
                "https://example.com/%zz"
            })
    void refusesAnAddressThatIsNotPlainHttps(String url) {
        assertInvalid("/payload/webhook/url", () -> new WebhookTarget(url));
    }

    @Test
    void takesAnAddressWithPortPathAndQuery() {
        assertThat(new WebhookTarget("HTTPS://example.com:8443/a%20b?c=d&e=[]".replace("[]", "%5B%5D")).url())
                .isEqualTo("https://example.com:8443/a%20b?c=d&e=%5B%5D");
        assertThat(new WebhookTarget("https://example.com:65535/").url()).isEqualTo("https://example.com:65535/");
        assertThat(new WebhookTarget("https://[2001:db8::1]/").url()).isEqualTo("https://[2001:db8::1]/");
    }

    @Test
    void refusesTemplatesOutOfBounds() {
        assertInvalid("/payload/todo/title", () -> new TodoTemplate(" ", null, 0, null));
        assertInvalid("/payload/todo/priority", () -> new TodoTemplate("Todo", null, 5, null));
        assertInvalid("/payload/todo/dueInDays", () -> new TodoTemplate("Todo", null, 0, -1));
        assertInvalid("/payload/todo/notes", () -> new TodoTemplate("Todo", "x".repeat(2001), 0, null));
        assertInvalid("/payload/scheduleItem/durationMinutes", () -> new ItemTemplate("Item", 0, 0));
        assertInvalid("/payload/scheduleItem/startsInMinutes", () -> new ItemTemplate("Item", 1441, 1));
        assertInvalid("/payload/scheduleItem/title", () -> new ItemTemplate("x".repeat(201), 0, 1));
    }

    private static JobSchedule schedule(
            JobScheduleType type, @Nullable Instant runAt, @Nullable Integer seconds, @Nullable String cron) {
        return new JobSchedule(type, runAt, seconds, cron, "UTC");
    }

    private static void assertInvalid(String pointer, ThrowingCallable code) {
        assertThat(assertRefused(KernelProblem.INVALID_REQUEST, code).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer));
    }
}
