package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Role;
import java.util.UUID;

/** The sessions that access tokens belong to. Who keeps them implements it; the web layer asks on every request with a token. */
@FunctionalInterface
public interface LiveSessions {
    /**
     * Whether the session has neither ended nor been ended, and its person still has that role. Must nearly always answer from
     * memory, and may therefore be a few seconds late.
     */
    boolean isLive(UUID session, Role role);
}
