// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.AutomationJobs;
import org.apache.ibatis.annotations.Mapper;

/** {@link AutomationJobs} in {@code planner.automation_jobs}. */
@Mapper
interface AutomationJobMapper extends AutomationJobs {
    @Override
    default int lockCount(UserId owner) {
        lockOwner(owner);
        return count(owner);
    }

    String lockOwner(UserId owner);

    int count(UserId owner);
}
