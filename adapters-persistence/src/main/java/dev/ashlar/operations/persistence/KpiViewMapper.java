// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.application.KpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link KpiViews} in {@code operations.kpi_snapshots}. */
@Mapper
interface KpiViewMapper extends KpiViews {}
