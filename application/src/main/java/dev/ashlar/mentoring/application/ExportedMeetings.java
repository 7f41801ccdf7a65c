// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Meetings of a person, as student and as mentor. */
@Component
class ExportedMeetings implements PersonalData {
    private static final MeetingFilter ALL = new MeetingFilter(null, null);

    private final SlotService slots;

    ExportedMeetings(SlotService slots) {
        this.slots = slots;
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public Page<SlotView> page(Actor owner, PageRequest request) {
        return slots.meetings(owner, ALL, request);
    }
}
