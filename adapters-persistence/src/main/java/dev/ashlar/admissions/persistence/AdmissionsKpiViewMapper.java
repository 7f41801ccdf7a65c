// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.application.AdmissionsKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AdmissionsKpiViews} in SQL. */
@Mapper
interface AdmissionsKpiViewMapper extends AdmissionsKpiViews {}
