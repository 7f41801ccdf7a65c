// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read port of the trash. */
public interface TrashViews {
    /** Returns an owner's deleted things, last deleted first, that follow the given place. */
    List<TrashView> trash(UserId owner, Cursor.@Nullable Place after, int limit);
}
