// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.planner.domain.ScheduleItems;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Removal of meetings that no longer take place. */
@ApplicationService
public class ScheduleHousekeeping {
    /** Time after a cancelled meeting for which a late event is recognized. */
    private static final Duration RETENTION = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final ScheduleItems items;
    private final InstantSource clock;

    ScheduleHousekeeping(ScheduleItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Forgets a batch of cancelled meetings and returns their number. */
    @Job(name = "planner.forget-cancelled-meetings", every = "24h")
    @Transactional
    public int forgetCancelledMeetings() {
        return items.purgeMeetings(clock.instant().minus(RETENTION), BATCH);
    }
}
