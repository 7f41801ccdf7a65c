// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Live sessions of a person, with the devices that they run on. */
@Component
class ExportedSessions implements PersonalData {
    /** Id that no session has, because an export marks none as the current one. */
    private static final SessionId NONE = new SessionId(new UUID(0, 0));

    private final SessionService sessions;

    ExportedSessions(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Page<SessionView> page(Actor owner, PageRequest request) {
        return sessions.list(owner, NONE, request);
    }
}
