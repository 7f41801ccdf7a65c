// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Incidents} without a database. */
public final class InMemoryIncidents implements Incidents {
    private final Map<IncidentId, Incident> stored = new LinkedHashMap<>();

    @Override
    public List<String> open(Collection<Incident> incidents) {
        var opened = incidents.stream()
                .filter(incident -> open(incident.component()).isEmpty())
                .toList();
        opened.forEach(incident -> stored.put(incident.id(), incident));
        return opened.stream().map(Incident::component).toList();
    }

    @Override
    public List<String> closeAll(Collection<String> components, Instant now) {
        var closed = components.stream()
                .flatMap(component -> open(component).stream())
                .toList();
        closed.forEach(incident -> close(incident.id(), now));
        return closed.stream().map(Incident::component).toList();
    }

    @Override
    public boolean close(IncidentId id, Instant now) {
        var incident = stored.get(id);
        boolean isOpen = incident != null && incident.closedAt() == null;
        if (isOpen) {
            var opened = incident.createdAt();
            var at = now.isBefore(opened) ? opened : now;
            stored.put(id, new Incident(id, incident.component(), incident.cause(), opened, at, at));
        }
        return isOpen;
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(stored.get(id));
    }

    private Optional<Incident> open(String component) {
        return stored.values().stream()
                .filter(incident -> incident.component().equals(component) && incident.closedAt() == null)
                .findAny();
    }
}
