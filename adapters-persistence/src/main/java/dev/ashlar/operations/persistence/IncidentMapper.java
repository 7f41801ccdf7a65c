// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.Incidents;
import org.apache.ibatis.annotations.Mapper;

/** {@link Incidents} in {@code operations.incidents}. */
@Mapper
interface IncidentMapper extends Incidents {}
