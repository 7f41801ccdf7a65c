// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Categories;
import org.apache.ibatis.annotations.Mapper;

/** {@link Categories} in {@code publishing.categories}. */
@Mapper
interface CategoryMapper extends Categories {}
