// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.ScheduleItemsContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ScheduleItemMapper.trash version", test = "hidesAnItemInTheTrash")
class ScheduleItemMapperTest extends ScheduleItemsContract {
    private final ScheduleItemMapper items;

    @Autowired
    ScheduleItemMapperTest(ScheduleItemMapper items) {
        this.items = items;
    }

    @Override
    protected ScheduleItems items() {
        return items;
    }
}
