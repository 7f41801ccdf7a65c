// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.kernel.application.Workflow;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One-shot commands of crm, in as many transactions as it takes. */
@Workflow
public class LegacyLeadWorkflow {
    private final LegacyLeadService steps;

    LegacyLeadWorkflow(LegacyLeadService steps) {
        this.steps = steps;
    }

    /**
     * Copies all rows of the legacy system into leads; returns the number of rows that were read and of new leads.
     *
     * @param isDryRun true if the leads are only counted
     * @param progress called with the totals after each batch
     */
    public LegacyProgress copyAll(boolean isDryRun, Consumer<LegacyProgress> progress) {
        return all(steps::copy, isDryRun, progress);
    }

    /**
     * Gives all leads of users with a sales head an owner; returns the number of leads that were read and changed.
     *
     * @param isDryRun true if the leads are only counted
     * @param progress called with the totals after each batch
     */
    public LegacyProgress assignAllOwners(boolean isDryRun, Consumer<LegacyProgress> progress) {
        return all(steps::assignOwners, isDryRun, progress);
    }

    private static LegacyProgress all(Step step, boolean isDryRun, Consumer<LegacyProgress> progress) {
        var total = new LegacyProgress(null, 0, 0);
        for (var batch = step.run(null, isDryRun); batch.lastId() != null; batch = step.run(batch.lastId(), isDryRun)) {
            total = new LegacyProgress(batch.lastId(), total.read() + batch.read(), total.changed() + batch.changed());
            progress.accept(total);
        }
        return total;
    }

    /** One batch of a command. */
    private interface Step {
        LegacyProgress run(@Nullable UUID afterId, boolean isDryRun);
    }
}
