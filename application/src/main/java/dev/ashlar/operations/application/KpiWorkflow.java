// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.KpiSource;
import dev.ashlar.kernel.application.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Snapshots of the key figures of all contexts. Each context is read in a separate transaction, because it may have its own database. */
@Workflow
public class KpiWorkflow {
    private final List<KpiSource> sources;
    private final KpiRecorder recorder;

    KpiWorkflow(List<KpiSource> sources, KpiRecorder recorder) {
        this.sources = List.copyOf(sources);
        this.recorder = recorder;
    }

    /** Stores the figures of this quarter of an hour, once. If contexts are away, those of the others are stored, and the run fails. */
    @Job(name = "operations.snapshot-kpis", cron = "0 0/15 * * * *")
    public void snapshot() {
        var kpis = new ArrayList<Kpi>();
        var failures = new ArrayList<RuntimeException>();
        for (var source : sources) {
            attempt(() -> kpis.addAll(recorder.read(source)), failures);
        }
        attempt(() -> recorder.store(kpis), failures);
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void attempt(Runnable step, List<RuntimeException> failures) {
        try {
            step.run();
        } catch (RuntimeException away) {
            failures.add(away);
        }
    }
}
