// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.TrashViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link TrashViews} over the tables of the planner that delete softly. */
@Mapper
interface TrashViewMapper extends TrashViews {}
