// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Automation jobs of a person. */
@Component
class ExportedAutomationJobs implements PersonalData {
    private final AutomationJobService jobs;

    ExportedAutomationJobs(AutomationJobService jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "automationJobs";
    }

    @Override
    public Page<AutomationJobView> page(Actor owner, PageRequest request) {
        return jobs.list(owner, null, request);
    }
}
