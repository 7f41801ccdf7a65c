// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.application.ProductViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ProductViews} in SQL. */
@Mapper
interface ProductViewMapper extends ProductViews {}
