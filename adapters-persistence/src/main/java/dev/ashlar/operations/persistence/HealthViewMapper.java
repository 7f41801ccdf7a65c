// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.application.HealthViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link HealthViews} in {@code operations.health_checks} and {@code operations.incidents}. */
@Mapper
interface HealthViewMapper extends HealthViews {}
