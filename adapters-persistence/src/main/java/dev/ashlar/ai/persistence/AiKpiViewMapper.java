// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.AiKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AiKpiViews} in {@code ai.ai_stats}. */
@Mapper
interface AiKpiViewMapper extends AiKpiViews {}
