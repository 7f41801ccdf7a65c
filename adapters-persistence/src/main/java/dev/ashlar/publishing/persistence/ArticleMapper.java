// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Articles;
import org.apache.ibatis.annotations.Mapper;

/** {@link Articles} in {@code publishing.posts}. */
@Mapper
interface ArticleMapper extends Articles {}
