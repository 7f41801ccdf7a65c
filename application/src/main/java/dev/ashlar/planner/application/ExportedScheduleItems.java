// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Schedule items of a person. */
@Component
class ExportedScheduleItems implements PersonalData {
    private final ScheduleService schedule;

    ExportedScheduleItems(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "scheduleItems";
    }

    @Override
    public Page<ScheduleItemView> page(Actor owner, PageRequest request) {
        return schedule.list(owner, request);
    }
}
