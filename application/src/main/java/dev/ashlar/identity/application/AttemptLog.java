// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.AuthEventId;
import dev.ashlar.identity.domain.AuthEvents;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Spelling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recording and counting of attempts, in the transaction of the calling service. */
@Component
class AttemptLog {
    private final AuthEvents events;
    private final Vault vault;
    private final IdSource ids;
    private final InstantSource clock;

    AttemptLog(AuthEvents events, Vault vault, IdSource ids, InstantSource clock) {
        this.events = events;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records an attempt. Attempts at one account run one at a time, so that no two of them take the last free place.
     * The attempt counts as soon as this transaction commits, whatever its result.
     *
     * @return time to wait; empty if the attempt may go on
     */
    Optional<Duration> attempt(String email, AuthEvent.Action action, AttemptLimit limit, Origin origin) {
        var identifier = identifierOf(email);
        events.lock(identifier);
        var now = clock.instant();
        var latest = events.attempts(identifier, action, origin.device(), limit.windowStart(now), limit.perAccount());
        var wait = limit.wait(latest, origin, now);
        append(identifier, action, wait.isEmpty() ? AuthEvent.Result.ATTEMPTED : AuthEvent.Result.REFUSED, origin);
        return wait;
    }

    /** Records a success: earlier attempts of this origin no longer count, after a reset those of no origin. */
    void success(String email, AuthEvent.Action action, Origin origin) {
        append(identifierOf(email), action, AuthEvent.Result.SUCCEEDED, origin);
    }

    /** Hashes the address under a key, because anybody could try addresses against a plain hash. */
    private String identifierOf(String email) {
        return vault.pseudonym(Spelling.key(email));
    }

    private void append(String identifier, AuthEvent.Action action, AuthEvent.Result result, Origin origin) {
        events.append(new AuthEvent(new AuthEventId(ids.next()), identifier, action, result, origin, clock.instant()));
    }
}
