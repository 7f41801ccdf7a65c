// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.application.CommerceKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CommerceKpiViews} in {@code commerce.orders}. */
@Mapper
interface CommerceKpiViewMapper extends CommerceKpiViews {}
