// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.application.MentoringKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link MentoringKpiViews} in {@code mentoring.slots}. */
@Mapper
interface MentoringKpiViewMapper extends MentoringKpiViews {}
