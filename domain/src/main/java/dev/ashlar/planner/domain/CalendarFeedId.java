// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a calendar feed. */
public record CalendarFeedId(UUID value) implements Identifier {
    public CalendarFeedId {
        Objects.requireNonNull(value, "value");
    }
}
