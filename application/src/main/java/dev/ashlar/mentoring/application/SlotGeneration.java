// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generation of the slots of further days, for each mentor in a separate transaction. */
@Workflow
public class SlotGeneration {
    private static final Logger log = LoggerFactory.getLogger(SlotGeneration.class);

    private final SlotHousekeeping housekeeping;

    SlotGeneration(SlotHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /**
     * Generates the slots of all mentors who have none for the last days; returns the number of mentors. One mentor whose slots cannot
     * be generated does not keep the others waiting, and fails the run at its end.
     */
    @Job(name = "mentoring.make-slots", cron = "0 15 2 * * *")
    public int makeSlots() {
        int made = 0;
        @Nullable RuntimeException failure = null;
        for (var next = housekeeping.findWithoutSlots(null);
                next.isPresent();
                next = housekeeping.findWithoutSlots(next.get())) {
            try {
                made += housekeeping.makeSlots(next.get()) ? 1 : 0;
            } catch (RuntimeException failed) {
                log.error("Slots not generated mentor={}", next.get().value(), failed);
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return made;
    }
}
