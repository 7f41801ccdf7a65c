// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.KpiSnapshots;
import org.apache.ibatis.annotations.Mapper;

/** {@link KpiSnapshots} in {@code operations.kpi_snapshots}. */
@Mapper
interface KpiSnapshotMapper extends KpiSnapshots {}
