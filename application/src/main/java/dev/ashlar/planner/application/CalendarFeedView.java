// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.planner.domain.CalendarFeedId;
import dev.ashlar.planner.domain.CalendarScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calendar feed as its owner sees it. Its secret is shown once, when it is made.
 *
 * @param lastReadAt time of the last reading, to the hour; null before the first
 */
public record CalendarFeedView(
        CalendarFeedId id,
        String name,
        CalendarScope scope,
        Instant createdAt,
        @Nullable Instant lastReadAt) {}
