// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.CalendarFeedViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CalendarFeedViews} in {@code planner.calendar_feeds}. */
@Mapper
interface CalendarFeedViewMapper extends CalendarFeedViews {}
