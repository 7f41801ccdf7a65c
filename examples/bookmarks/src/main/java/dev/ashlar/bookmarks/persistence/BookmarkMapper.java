// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import dev.ashlar.bookmarks.domain.Bookmarks;
import org.apache.ibatis.annotations.Mapper;

/** {@link Bookmarks} in {@code bookmarks.bookmarks}. */
@Mapper
interface BookmarkMapper extends Bookmarks {}
