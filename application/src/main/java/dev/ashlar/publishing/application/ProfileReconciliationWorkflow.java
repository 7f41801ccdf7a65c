// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comparison of all copies of profiles with the profiles of identity, with a transaction for each batch. */
@Workflow
public class ProfileReconciliationWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileReconciliationWorkflow.class);

    private final ProfileCopyService profiles;

    ProfileReconciliationWorkflow(ProfileCopyService profiles) {
        this.profiles = profiles;
    }

    /** Compares all copies, repairs those that are missing or differ, and logs their number. */
    @Job(name = "publishing.reconcile-profiles", cron = "0 50 3 * * *")
    public void reconcile() {
        int compared = 0;
        int repaired = 0;
        var batch = profiles.repairAfter(null);
        while (batch.last() != null) {
            compared += batch.compared();
            repaired += batch.repaired();
            batch = profiles.repairAfter(batch.last());
        }
        if (repaired > 0) {
            LOG.error("Copies of profiles differed and were repaired users={} repaired={}", compared, repaired);
        } else {
            LOG.info("Copies of profiles compared users={}", compared);
        }
    }
}
