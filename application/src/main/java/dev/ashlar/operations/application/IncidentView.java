// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.operations.domain.Incident;
import dev.ashlar.operations.domain.IncidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a component did not work.
 *
 * @param component name of the component
 * @param cause reason for which the incident was opened
 * @param closedAt null while the incident is open
 */
public record IncidentView(
        IncidentId id,
        String component,
        String cause,
        Instant openedAt,
        @Nullable Instant closedAt) {
    static IncidentView of(Incident incident) {
        return new IncidentView(
                incident.id(), incident.component(), incident.cause(), incident.createdAt(), incident.closedAt());
    }
}
