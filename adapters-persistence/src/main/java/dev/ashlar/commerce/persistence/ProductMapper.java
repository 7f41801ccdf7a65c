// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Products;
import org.apache.ibatis.annotations.Mapper;

/** {@link Products} in SQL. */
@Mapper
interface ProductMapper extends Products {}
