// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.LiveSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Live sessions in memory, for a few seconds each: a busy client costs one lookup in that time instead of one a request that reads. An
 * ended session therefore reads for that time at most, and changes nothing. Ended sessions are not cached, because their requests are
 * refused.
 */
@Component
class CachedSessions implements LiveSessions {
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 10_000;

    private final SessionService sessions;
    private final InstantSource clock;
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    CachedSessions(SessionService sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public boolean isLive(UserId user, UUID session, Role role, boolean isChange) {
        var now = clock.instant();
        var known = isChange ? null : seen.get(session);
        if (known != null && known.user().equals(user) && known.role() == role && known.isFresh(now)) {
            return true;
        }
        boolean live = sessions.isLive(user, new SessionId(session), role);
        if (live) {
            makeRoom(now);
            seen.put(session, new Seen(user, role, now));
        } else {
            seen.remove(session);
        }
        return live;
    }

    /** Forgets the sessions of a user, so that their end counts at once on this instance. */
    void forget(UserId user) {
        seen.values().removeIf(some -> some.user().equals(user));
    }

    private void makeRoom(Instant now) {
        if (seen.size() >= MOST_REMEMBERED) {
            seen.values().removeIf(some -> !some.isFresh(now));
        }
        if (seen.size() >= MOST_REMEMBERED) {
            seen.clear();
        }
    }

    private record Seen(UserId user, Role role, Instant at) {
        /** False as well if the clock was set back since then, or an ended session would read for as long as it was ahead. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
