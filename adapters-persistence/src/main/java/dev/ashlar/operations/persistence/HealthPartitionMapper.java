// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.HealthPartitions;
import org.apache.ibatis.annotations.Mapper;

/** {@link HealthPartitions} of {@code operations.health_checks}, which functions of the schema's owner make and drop. */
@Mapper
interface HealthPartitionMapper extends HealthPartitions {}
