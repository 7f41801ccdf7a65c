// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

class InMemoryDirtyHoursTest extends DirtyHoursContract {
    private final InMemoryDirtyHours hours = new InMemoryDirtyHours();

    @Override
    protected DirtyHours hours() {
        return hours;
    }
}
