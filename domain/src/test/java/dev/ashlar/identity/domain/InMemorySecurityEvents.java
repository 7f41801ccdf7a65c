// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@link SecurityEvents} without a database, for tests of one thread. */
public class InMemorySecurityEvents implements SecurityEvents {
    private final List<SecurityEvent> events = new ArrayList<>();

    /** Returns every event, in order. */
    public List<SecurityEvent> all() {
        return List.copyOf(events);
    }

    /** Returns the types of all events, in order. */
    public List<SecurityEventType> types() {
        return events.stream().map(SecurityEvent::type).toList();
    }

    @Override
    public void append(SecurityEvent event) {
        events.add(event);
    }

    @Override
    public boolean appendOnce(SecurityEvent event, Instant since) {
        boolean repeated = events.stream()
                .anyMatch(earlier -> earlier.at().isAfter(since)
                        && earlier.type() == event.type()
                        && earlier.addressHash() != null
                        && Objects.equals(earlier.addressHash(), event.addressHash())
                        && Objects.equals(earlier.detail(), event.detail()));
        return !repeated && events.add(event);
    }

    @Override
    public int deleteBefore(Instant bound, int limit) {
        var old = events.stream()
                .filter(event -> event.at().isBefore(bound))
                .limit(limit)
                .toList();
        events.removeAll(old);
        return old.size();
    }
}
