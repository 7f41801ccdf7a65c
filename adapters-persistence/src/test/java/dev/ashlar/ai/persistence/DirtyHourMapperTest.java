// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.DirtyHoursContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class DirtyHourMapperTest extends DirtyHoursContract {
    @Autowired
    private DirtyHours hours;

    @Override
    protected DirtyHours hours() {
        return hours;
    }
}
