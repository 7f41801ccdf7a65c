// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Orders by status, and the total of paid orders by currency. */
@Mapper
interface CommerceKpiMapper extends KpiSource {}
