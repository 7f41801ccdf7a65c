// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Applications by status; taken, offered and free seats of batches that are open, closed or running. */
@Mapper
interface AdmissionsKpiMapper extends KpiSource {}
