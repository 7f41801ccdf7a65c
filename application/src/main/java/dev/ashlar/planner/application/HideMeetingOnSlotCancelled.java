// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.mentoring.SlotCancelled;
import org.springframework.stereotype.Component;

/** Hides a cancelled meeting from the schedules of mentor and student. */
@Component
class HideMeetingOnSlotCancelled {
    private final MeetingKeeper meetings;

    HideMeetingOnSlotCancelled(MeetingKeeper meetings) {
        this.meetings = meetings;
    }

    @AfterCommit("planner.hide-meeting")
    void on(SlotCancelled event) {
        meetings.cancelled(event);
    }
}
