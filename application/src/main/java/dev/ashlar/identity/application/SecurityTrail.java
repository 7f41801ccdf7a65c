// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.CallerAddress;
import dev.ashlar.identity.domain.SecurityEvent;
import dev.ashlar.identity.domain.SecurityEventId;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.SecurityEvents;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recording of security events, in the transaction of the calling service: a change and its event commit together. */
@Component
class SecurityTrail {
    private final SecurityEvents events;
    private final CallerAddress address;
    private final Vault vault;
    private final IdSource ids;
    private final InstantSource clock;

    SecurityTrail(SecurityEvents events, CallerAddress address, Vault vault, IdSource ids, InstantSource clock) {
        this.events = events;
        this.address = address;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records something that a user did to the own account. */
    void record(SecurityEventType type, UserId user) {
        record(type, user, user, null);
    }

    /** Records an event, see {@link SecurityEvent} for the parameters. */
    void record(SecurityEventType type, UserId user, @Nullable UserId actor, @Nullable String detail) {
        events.append(event(type, user, actor, detail));
    }

    /** Records a refusal, unless the same one of the same address was recorded a moment ago. */
    void recordRefusal(@Nullable UserId caller, String detail) {
        var refusal = event(SecurityEventType.REQUEST_REFUSED, caller, caller, detail);
        events.appendOnce(refusal, refusal.at().minus(SecurityEvent.REPEATED_WITHIN));
    }

    private SecurityEvent event(
            SecurityEventType type, @Nullable UserId user, @Nullable UserId actor, @Nullable String detail) {
        return new SecurityEvent(
                new SecurityEventId(ids.next()),
                type,
                user,
                actor,
                detail,
                address.current().map(vault::pseudonym).orElse(null),
                clock.instant());
    }
}
