// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

class InMemoryAutomationJobsTest extends AutomationJobsContract {
    private final InMemoryAutomation stores = new InMemoryAutomation();

    @Override
    protected AutomationJobs jobs() {
        return stores;
    }

    @Override
    protected AutomationRuns runs() {
        return stores;
    }
}
