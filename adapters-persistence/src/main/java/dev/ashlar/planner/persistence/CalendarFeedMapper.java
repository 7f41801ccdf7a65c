// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.CalendarFeeds;
import org.apache.ibatis.annotations.Mapper;

/** {@link CalendarFeeds} in {@code planner.calendar_feeds}. */
@Mapper
interface CalendarFeedMapper extends CalendarFeeds {
    @Override
    default int lockCount(UserId owner) {
        lockOwner(owner);
        return count(owner);
    }

    String lockOwner(UserId owner);

    int count(UserId owner);
}
