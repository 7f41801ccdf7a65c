// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Favorites;
import org.apache.ibatis.annotations.Mapper;

/** {@link Favorites} in {@code publishing.favorites}. */
@Mapper
interface FavoriteMapper extends Favorites {}
