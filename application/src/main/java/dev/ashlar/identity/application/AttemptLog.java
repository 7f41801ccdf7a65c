package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthAction;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.AuthEventId;
import dev.ashlar.identity.domain.AuthEvents;
import dev.ashlar.identity.domain.AuthResult;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.kernel.IdSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the authentication log and counts by it. Part of the transaction of the service that calls it. */
@Component
class AttemptLog {
    private final AuthEvents events;
    private final IdSource ids;
    private final InstantSource clock;

    AttemptLog(AuthEvents events, IdSource ids, InstantSource clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records that somebody tries something. Attempts for one identifier pass one at a time, so that no two of them take
     * the last free place; the attempt counts from the moment this transaction commits, whatever it leads to.
     *
     * @return how long to wait; empty if the attempt may go on
     */
    Optional<Duration> attempt(String email, AuthAction action, AttemptLimit limit, Client client) {
        var identifier = Fingerprint.ofEmail(email);
        events.lock(identifier);
        var now = clock.instant();
        var latest = events.attempts(identifier, action, limit.windowStart(now), limit.attempts());
        var wait = limit.wait(latest, now);
        append(identifier, action, wait.isEmpty() ? AuthResult.ATTEMPTED : AuthResult.REFUSED, client);
        return wait;
    }

    /** Records that the person has proved who they are: earlier attempts count no more. */
    void success(String email, AuthAction action, Client client) {
        append(Fingerprint.ofEmail(email), action, AuthResult.SUCCEEDED, client);
    }

    private void append(String identifier, AuthAction action, AuthResult result, Client client) {
        events.append(
                new AuthEvent(new AuthEventId(ids.next()), identifier, action, result, client.ip(), clock.instant()));
    }
}
