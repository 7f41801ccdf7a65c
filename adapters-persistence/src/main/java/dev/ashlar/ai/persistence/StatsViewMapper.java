// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.StatsViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link StatsViews} in the schema {@code ai}. */
@Mapper
interface StatsViewMapper extends StatsViews {}
