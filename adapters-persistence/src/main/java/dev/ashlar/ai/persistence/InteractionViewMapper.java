// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.InteractionViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link InteractionViews} of {@code ai.ai_interactions}. */
@Mapper
interface InteractionViewMapper extends InteractionViews {}
