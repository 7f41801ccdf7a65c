// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.mentoring.SlotConfirmed;
import org.springframework.stereotype.Component;

/** Shows a confirmed meeting on the schedules of mentor and student, and moves it there. */
@Component
class ShowMeetingOnSlotConfirmed {
    private final MeetingKeeper meetings;

    ShowMeetingOnSlotConfirmed(MeetingKeeper meetings) {
        this.meetings = meetings;
    }

    @AfterCommit("planner.show-meeting")
    void on(SlotConfirmed event) {
        meetings.confirmed(event);
    }
}
