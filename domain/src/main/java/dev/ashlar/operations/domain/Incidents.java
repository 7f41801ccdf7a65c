// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Incidents, at most one open one for each component. */
public interface Incidents {
    /** Stores incidents, but for those of components that have an open one; returns the components of those that it stored. */
    List<String> open(Collection<Incident> incidents);

    /** Closes the open incidents of components, none before it was opened; returns the components that had one. */
    List<String> closeAll(Collection<String> components, Instant now);

    /** Closes an incident, not before it was opened; false if it is not open. */
    boolean close(IncidentId id, Instant now);

    Optional<Incident> find(IncidentId id);
}
