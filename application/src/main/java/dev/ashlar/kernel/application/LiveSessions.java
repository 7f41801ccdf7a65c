package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Role;
import java.util.UUID;

/** Sessions of access tokens. The context that keeps them implements it, and the web layer asks with every token. */
@FunctionalInterface
public interface LiveSessions {
    /**
     * True if the session has not ended and its person still has the role. Must nearly always answer from memory, and may therefore be
     * a few seconds late.
     */
    boolean isLive(UUID session, Role role);
}
