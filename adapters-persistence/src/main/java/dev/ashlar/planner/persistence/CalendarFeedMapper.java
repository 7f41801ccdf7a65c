package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.CalendarFeeds;
import org.apache.ibatis.annotations.Mapper;

/** {@link CalendarFeeds} in {@code planner.calendar_feeds}. */
@Mapper
interface CalendarFeedMapper extends CalendarFeeds {}
