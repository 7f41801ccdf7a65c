// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of courses. */
public interface CourseViews {
    /** Returns courses that are listed in the catalogue, before the given key, newest first. */
    List<CatalogueItemView> courses(@Nullable UUID after, int limit);
}
