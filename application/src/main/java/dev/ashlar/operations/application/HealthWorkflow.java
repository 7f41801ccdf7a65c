// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.operations.domain.HealthProbes;

/** Health checks of all components. */
@Workflow
public class HealthWorkflow {
    private final HealthProbes probes;
    private final HealthRecorder recorder;

    HealthWorkflow(HealthProbes probes, HealthRecorder recorder) {
        this.probes = probes;
        this.recorder = recorder;
    }

    /** Runs all probes and stores what they report. */
    @Job(name = "operations.check-health", every = "1m")
    public void check() {
        recorder.record(probes.run());
    }
}
