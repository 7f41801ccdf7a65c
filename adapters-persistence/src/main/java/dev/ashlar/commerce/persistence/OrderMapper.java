// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Orders;
import org.apache.ibatis.annotations.Mapper;

/** {@link Orders} in SQL. */
@Mapper
interface OrderMapper extends Orders {}
