// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import dev.ashlar.bookmarks.application.BookmarkViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link BookmarkViews} in {@code bookmarks.bookmarks}. */
@Mapper
interface BookmarkViewMapper extends BookmarkViews {}
