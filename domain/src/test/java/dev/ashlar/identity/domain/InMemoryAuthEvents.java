package dev.ashlar.identity.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@link AuthEvents} without a database, for tests of one thread. */
public class InMemoryAuthEvents implements AuthEvents {
    private final List<AuthEvent> events = new ArrayList<>();

    /** Returns every event, in order. */
    public List<AuthEvent> all() {
        return List.copyOf(events);
    }

    @Override
    public void lock(String identifierHash) {}

    @Override
    public void append(AuthEvent event) {
        events.add(event);
    }

    @Override
    public List<Instant> attempts(String identifierHash, AuthEvent.Action action, Instant since, int limit) {
        var mine = events.stream()
                .filter(event -> event.identifierHash().equals(identifierHash))
                .toList();
        var lastSuccess = mine.stream()
                .filter(event -> event.result() == AuthEvent.Result.SUCCEEDED)
                .map(AuthEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return mine.stream()
                .filter(event -> event.action() == action && event.result() == AuthEvent.Result.ATTEMPTED)
                .map(AuthEvent::at)
                .filter(at -> at.isAfter(since) && at.isAfter(lastSuccess))
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }
}
