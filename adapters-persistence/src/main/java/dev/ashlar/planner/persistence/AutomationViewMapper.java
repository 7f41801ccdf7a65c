// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.AutomationViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AutomationViews} in {@code planner.automation_jobs} and {@code planner.automation_runs}. */
@Mapper
interface AutomationViewMapper extends AutomationViews {}
