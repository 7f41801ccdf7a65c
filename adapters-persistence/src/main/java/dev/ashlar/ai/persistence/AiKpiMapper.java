// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Calls of language models and their cost in US dollars, from the sums of months. */
@Mapper
interface AiKpiMapper extends KpiSource {}
