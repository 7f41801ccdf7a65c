// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.ArticleViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ArticleViews} in the schema {@code publishing}. */
@Mapper
interface ArticleViewMapper extends ArticleViews {}
