// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.RequestPartitions;
import org.apache.ibatis.annotations.Mapper;

/** {@link RequestPartitions} of {@code operations.api_requests}, which functions of the schema's owner make and drop. */
@Mapper
interface RequestPartitionMapper extends RequestPartitions {}
