// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Health checks and incidents as they are read. */
public interface HealthViews {
    /** Returns the latest check of each component since a time, by name. */
    List<ComponentHealthView> current(Instant since);

    /**
     * Returns checks before a place, latest first.
     *
     * @param component null for all components
     * @param from earliest time, inclusive; null for none
     * @param to latest time, exclusive; null for none
     */
    List<HealthCheckView> checks(
            @Nullable String component,
            @Nullable Instant from,
            @Nullable Instant to,
            Cursor.@Nullable Place before,
            int limit);

    /**
     * Returns incidents before an id, latest first.
     *
     * @param open true for open ones, false for closed ones, null for all
     */
    List<IncidentView> incidents(@Nullable Boolean open, @Nullable UUID before, int limit);
}
