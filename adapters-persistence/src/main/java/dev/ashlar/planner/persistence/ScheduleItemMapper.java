// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.ScheduleItems;
import org.apache.ibatis.annotations.Mapper;

/** {@link ScheduleItems} in {@code planner.schedule_items}. */
@Mapper
interface ScheduleItemMapper extends ScheduleItems {}
