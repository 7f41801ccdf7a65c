// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.ArticleCountViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ArticleCountViews} in {@code publishing.author_counts} and {@code publishing.tags}. */
@Mapper
interface ArticleCountViewMapper extends ArticleCountViews {}
