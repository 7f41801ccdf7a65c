// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.AutomationRuns;
import org.apache.ibatis.annotations.Mapper;

/** {@link AutomationRuns} in {@code planner.automation_runs}. */
@Mapper
interface AutomationRunMapper extends AutomationRuns {}
