// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.application.OrderViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link OrderViews} in SQL. */
@Mapper
interface OrderViewMapper extends OrderViews {}
