// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.InteractionPartitions;
import org.apache.ibatis.annotations.Mapper;

/** {@link InteractionPartitions} of {@code ai.ai_interactions}, which functions of the schema's owner make and drop. */
@Mapper
interface InteractionPartitionMapper extends InteractionPartitions {}
