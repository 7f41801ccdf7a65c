// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.sync.application.CatalogueItemView;
import dev.ashlar.sync.application.CatalogueService;
import dev.ashlar.sync.application.SyncRunView;
import dev.ashlar.sync.application.SyncService;
import dev.ashlar.sync.domain.CatalogueItemId;
import dev.ashlar.sync.domain.SyncCounts;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncProblem;
import dev.ashlar.sync.domain.SyncProgress;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.json.JsonMapper;

@WebSlice
@Import({SyncController.class, CatalogueController.class})
class SyncControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Actor STUDENT = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final String SYNC = "/api/v1/operations/sync";
    private static final String CATALOGUE = "/api/v1/catalogue";
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final SyncRunId RUN = new SyncRunId(UUID.fromString("019a0000-0000-7000-8000-0000000000e1"));
    private static final SyncRunView VIEW = new SyncRunView(
            RUN,
            SyncSource.MRTEST,
            new SyncProgress(SyncOutcome.FAILED, "b", new SyncCounts(1, 5, 4, 1, 0), 6, 5, null, "No answer."),
            AT,
            AT.plusSeconds(20));
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000e1", "source": "mrtest", "outcome": "failed", "sourceCursor": "b",
             "counts": {"pages": 1, "received": 5, "changed": 4, "unreadable": 1, "gone": 0}, "claims": 6, "failures": 5,
             "dueAt": null, "detail": "No answer.", "createdAt": "2026-11-20T10:15:30Z", "updatedAt": "2026-11-20T10:15:50Z"}""";
    private static final CatalogueItemView ITEM = new CatalogueItemView(
            new CatalogueItemId(UUID.fromString("019a0000-0000-7000-8000-0000000000e2")),
            "course-17",
            3,
            "Introduction to SQL",
            null,
            "https://school.example/17",
            AT,
            AT);

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @MockitoBean
    private SyncService sync;

    @MockitoBean
    private CatalogueService catalogue;

    @Test
    void acceptsARunWithItsPath() {
        given(sync.start(ADMIN, SyncSource.MRTEST)).willReturn(VIEW);
        var answer = start("mrtest");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(SYNC + "/runs/" + RUN.value());
        assertThat(answer.json()).isEqualTo(json.readTree(JSON));
    }

    @Test
    void refusesUnknownSourcesAndASecondRun() {
        assertThat(start("moodle").status()).isEqualTo(400);
        assertThat(start("moodle").error()).isEqualTo("source: must be one of mrlearn, mrtest");
        given(sync.start(any(), any())).willThrow(SyncProblem.RUN_OPEN.because("Wait for its outcome."));
        assertThat(start("mrlearn").status()).isEqualTo(409);
        assertThat(start("mrlearn").code()).isEqualTo("sync.run-open");
    }

    @Test
    void listsAndReturnsRuns() {
        given(sync.list(ADMIN, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(VIEW), Cursor.of("sync.runs", RUN)));
        var list = get(SYNC + "/runs?limit=1", Role.ADMIN);
        assertThat(list.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(list.header("Link")).contains("rel=\"next\"");
        given(sync.get(ADMIN, RUN)).willReturn(VIEW);
        assertThat(get(SYNC + "/runs/" + RUN.value(), Role.ADMIN).json()).isEqualTo(json.readTree(JSON));
        given(sync.get(any(), any())).willThrow(SyncProblem.RUN_NOT_FOUND.because("List the runs."));
        assertThat(get(SYNC + "/runs/" + RUN.value(), Role.ADMIN).status()).isEqualTo(404);
    }

    @Test
    void refusesAllButAdministrators() {
        given(sync.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(get(SYNC + "/runs", Role.STUDENT).status()).isEqualTo(403);
        assertThat(client.get(SYNC + "/runs").status()).isEqualTo(401);
        assertThat(client.get(CATALOGUE + "/courses").status()).isEqualTo(401);
    }

    @Test
    void listsCoursesAndTests() {
        var page = new Page<>(List.of(ITEM), null);
        given(catalogue.courses(STUDENT, PageRequest.first())).willReturn(page);
        given(catalogue.tests(STUDENT, PageRequest.first())).willReturn(page);
        var expected = json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000e2", "externalId": "course-17", "sourceVersion": 3,
                 "title": "Introduction to SQL", "summary": null, "url": "https://school.example/17",
                 "createdAt": "2026-11-20T10:15:30Z", "updatedAt": "2026-11-20T10:15:30Z"}""");
        assertThat(get(CATALOGUE + "/courses", Role.STUDENT).json().at("/items/0"))
                .isEqualTo(expected);
        assertThat(get(CATALOGUE + "/tests", Role.STUDENT).json().at("/items/0"))
                .isEqualTo(expected);
    }

    private Caller.Answer start(String source) {
        return client.send("POST", SYNC + "/" + source, null, "Authorization", client.bearer(Role.ADMIN));
    }

    private Caller.Answer get(String path, Role role) {
        return client.get(path, "Authorization", client.bearer(role));
    }
}
