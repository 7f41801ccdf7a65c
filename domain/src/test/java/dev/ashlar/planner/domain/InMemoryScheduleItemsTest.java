// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

class InMemoryScheduleItemsTest extends ScheduleItemsContract {
    private final InMemoryScheduleItems items = new InMemoryScheduleItems();

    @Override
    protected ScheduleItems items() {
        return items;
    }
}
