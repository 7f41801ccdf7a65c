// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.application.CatalogViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CatalogViews} in SQL. */
@Mapper
interface CatalogViewMapper extends CatalogViews {}
