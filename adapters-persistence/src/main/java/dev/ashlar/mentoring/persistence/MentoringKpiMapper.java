// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Meetings, requested ones included, by status. */
@Mapper
interface MentoringKpiMapper extends KpiSource {}
