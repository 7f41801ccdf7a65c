// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.HealthChecks;
import org.apache.ibatis.annotations.Mapper;

/** {@link HealthChecks} in {@code operations.health_checks}. */
@Mapper
interface HealthCheckMapper extends HealthChecks {}
