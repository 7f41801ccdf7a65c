// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AttemptLimit.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    public List<Attempt> attempts(
            String identifierHash, AuthEvent.Action action, @Nullable SessionId device, Instant since, int limit) {
        var mine = events.stream()
                .filter(event -> event.identifierHash().equals(identifierHash))
                .toList();
        return mine.stream()
                .filter(event -> event.action() == action && event.result() == AuthEvent.Result.ATTEMPTED)
                .filter(event -> Objects.equals(event.origin().device(), device))
                .filter(event -> event.at().isAfter(since) && mine.stream().noneMatch(other -> ends(other, event)))
                .sorted(Comparator.comparing(AuthEvent::at).reversed())
                .limit(limit)
                .map(event -> new Attempt(event.at(), event.origin().ip()))
                .toList();
    }

    @Override
    public int deleteBefore(Instant bound, int limit) {
        var old = events.stream()
                .filter(event -> event.at().isBefore(bound))
                .sorted(Comparator.comparing(AuthEvent::at))
                .limit(limit)
                .toList();
        events.removeAll(old);
        return old.size();
    }

    private static boolean ends(AuthEvent success, AuthEvent attempt) {
        return success.result() == AuthEvent.Result.SUCCEEDED
                && !success.at().isBefore(attempt.at())
                && (success.action() == AuthEvent.Action.PASSWORD_RESET
                        || isOfSameOrigin(success.origin(), attempt.origin()));
    }

    private static boolean isOfSameOrigin(Origin one, Origin other) {
        return Objects.equals(one.device(), other.device())
                && (one.device() != null || Objects.equals(one.ip(), other.ip()));
    }
}
