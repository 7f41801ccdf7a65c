// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a component did not work. A component has at most one open incident.
 *
 * @param component name of the component
 * @param cause reason for which it was opened, at most {@value #MAX_CAUSE} characters
 * @param createdAt time at which it was opened
 * @param closedAt null while it is open
 */
public record Incident(
        IncidentId id,
        String component,
        String cause,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {
    public static final int MAX_CAUSE = HealthCheck.MAX_DETAILS;

    public Incident {
        Objects.requireNonNull(id, "id");
    }

    /** Returns an incident that is opened now. */
    public static Incident open(IncidentId id, String component, String cause, Instant now) {
        return new Incident(id, component, cause, now, now, null);
    }
}
