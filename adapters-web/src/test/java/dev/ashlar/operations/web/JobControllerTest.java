// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.JobService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class JobControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final ScheduledJob JOB = new ScheduledJob("wallet.reconcile", AT, true, "host", AT, null, 2);
    private static final String JSON = """
            {"name": "wallet.reconcile", "nextRunAt": "2026-11-20T10:15:30Z", "running": true, "instance": "host",
             "lastSuccessAt": "2026-11-20T10:15:30Z", "lastFailureAt": null, "consecutiveFailures": 2}""";

    @Autowired
    private JobService jobs;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Test
    void listsJobs() {
        given(jobs.list(ADMIN)).willReturn(List.of(JOB));
        var answer = client.get("/api/v1/operations/jobs", "Authorization", client.bearer(Role.ADMIN));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(client.get("/api/v1/operations/jobs").status()).isEqualTo(401);
    }

    @Test
    void runsAJob() {
        given(jobs.runNow(ADMIN, "wallet.reconcile")).willReturn(JOB);
        assertThat(run().status()).isEqualTo(202);
        assertThat(run().json()).isEqualTo(json.readTree(JSON));
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, 403, auth.forbidden", "NOT_FOUND, 404, request.not-found", "CONFLICT, 409, request.conflict"
    })
    void refusesImpossibleRuns(KernelProblem problem, int status, String code) {
        given(jobs.runNow(any(), any())).willThrow(problem.because("No."));
        assertThat(run().status()).isEqualTo(status);
        assertThat(run().code()).isEqualTo(code);
    }

    private Caller.Answer run() {
        return client.send(
                "POST",
                "/api/v1/operations/jobs/wallet.reconcile/run",
                null,
                "Authorization",
                client.bearer(Role.ADMIN));
    }
}
