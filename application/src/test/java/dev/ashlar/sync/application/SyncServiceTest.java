// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.CatalogueItemId;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncProblem;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SyncServiceTest {
    private final Syncs syncs = new Syncs();

    @Test
    void startsOneRunOfASourceAtATime() {
        var run = syncs.sync.start(syncs.admin, SyncSource.MRTEST);
        assertThat(run.source()).isEqualTo(SyncSource.MRTEST);
        assertThat(run.progress().outcome()).isEqualTo(SyncOutcome.PULLING);
        assertThat(run.createdAt()).isEqualTo(NOW);
        assertRefused(SyncProblem.RUN_OPEN, () -> syncs.sync.start(syncs.admin, SyncSource.MRTEST));
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        assertThat(syncs.runs.all()).hasSize(2);
    }

    @Test
    void refusesEveryoneButAdministrators() {
        var id = new SyncRunId(UUID.randomUUID());
        assertRefused(KernelProblem.FORBIDDEN, () -> syncs.sync.start(syncs.student, SyncSource.MRTEST));
        assertRefused(KernelProblem.FORBIDDEN, () -> syncs.sync.list(syncs.student, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> syncs.sync.get(syncs.student, id));
        assertThat(syncs.runs.all()).isEmpty();
    }

    @Test
    void startsRunsOfIdleSourcesWithAServer() {
        syncs.isConfigured = false;
        syncs.workflow.startMrlearn();
        syncs.workflow.startMrtest();
        assertThat(syncs.runs.all()).isEmpty();
        syncs.isConfigured = true;
        syncs.workflow.startMrlearn();
        syncs.workflow.startMrtest();
        syncs.workflow.startMrlearn();
        syncs.workflow.startMrtest();
        assertThat(syncs.runs.all()).extracting(SyncRun::source).containsExactly(SyncSource.MRLEARN, SyncSource.MRTEST);
    }

    @Test
    void pagesThroughRuns() {
        var first = view();
        var second = view();
        when(syncs.views.runs(null, 2)).thenReturn(List.of(second, first));
        var page = syncs.sync.list(syncs.admin, new PageRequest(1, null));
        assertThat(page.items()).containsExactly(second);
        when(syncs.views.runs(second.id().value(), 2)).thenReturn(List.of(first));
        assertThat(syncs.sync.list(syncs.admin, new PageRequest(1, page.next())).items())
                .containsExactly(first);
    }

    @Test
    void findsARun() {
        var view = view();
        when(syncs.views.run(view.id())).thenReturn(Optional.of(view));
        assertThat(syncs.sync.get(syncs.admin, view.id())).isEqualTo(view);
        assertRefused(SyncProblem.RUN_NOT_FOUND, () -> syncs.sync.get(syncs.admin, new SyncRunId(UUID.randomUUID())));
    }

    @Test
    void deletesOldRuns() {
        syncs.isConfigured = false;
        syncs.sync.start(syncs.admin, SyncSource.MRTEST);
        assertThat(syncs.sync.forgetOld()).isZero();
        syncs.failure = new NoPage("No server.", true);
        syncs.runAll();
        assertThat(syncs.sync.forgetOld()).isZero();
        syncs.wait(SyncRun.RETENTION.plusSeconds(1));
        assertThat(syncs.sync.forgetOld()).isEqualTo(1);
    }

    @Test
    void pagesThroughCoursesAndTests() {
        var courses = mock(CourseViews.class);
        var tests = mock(TestViews.class);
        var catalogue = new CatalogueService(courses, tests);
        var first = item();
        var second = item();
        when(courses.courses(null, 2)).thenReturn(List.of(second, first));
        when(tests.tests(null, 2)).thenReturn(List.of(second, first));
        var page = catalogue.courses(syncs.student, new PageRequest(1, null));
        assertThat(page.items()).containsExactly(second);
        when(courses.courses(second.id().value(), 2)).thenReturn(List.of(first));
        when(tests.tests(second.id().value(), 2)).thenReturn(List.of(first));
        assertThat(catalogue
                        .courses(syncs.student, new PageRequest(1, page.next()))
                        .items())
                .containsExactly(first);
        var testPage = catalogue.tests(syncs.student, new PageRequest(1, null));
        assertThat(catalogue
                        .tests(syncs.student, new PageRequest(1, testPage.next()))
                        .items())
                .containsExactly(first);
        assertRefused(
                KernelProblem.INVALID_CURSOR, () -> catalogue.tests(syncs.student, new PageRequest(1, page.next())));
    }

    private static SyncRunView view() {
        return SyncRunView.of(SyncRun.of(new SyncRunId(UUID.randomUUID()), SyncSource.MRLEARN, NOW));
    }

    private static CatalogueItemView item() {
        return new CatalogueItemView(new CatalogueItemId(UUID.randomUUID()), "a", 1, "Title", null, null, NOW, NOW);
    }
}
