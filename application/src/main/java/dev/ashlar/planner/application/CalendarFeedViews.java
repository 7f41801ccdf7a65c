// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of calendar feeds. */
public interface CalendarFeedViews {
    /** Returns feeds of an owner, oldest first, that follow the given key. */
    List<CalendarFeedView> feeds(UserId owner, @Nullable UUID after, int limit);
}
