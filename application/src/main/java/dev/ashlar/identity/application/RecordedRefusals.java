// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.RefusalLog;
import dev.ashlar.kernel.application.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link RefusalLog} in the security log. */
@Workflow
class RecordedRefusals implements RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedRefusals.class);

    private final SecurityEventService events;

    RecordedRefusals(SecurityEventService events) {
        this.events = events;
    }

    @Override
    public void record(ProblemType problem, @Nullable UserId caller, String request) {
        try {
            events.recordRefusal(caller, problem.code() + " " + request);
        } catch (RuntimeException failed) {
            LOG.error("Refusal not recorded problem={}", problem.code(), failed);
        }
    }
}
