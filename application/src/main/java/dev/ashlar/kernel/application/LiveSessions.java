// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.UUID;

/** Sessions of access tokens. The context that keeps them implements it, and the web layer asks with every token. */
@FunctionalInterface
public interface LiveSessions {
    /**
     * True if the session is this user's, has not ended, and the user still has the role. Must nearly always answer from memory for requests
     * that only read, and may then be a few seconds late.
     *
     * @param isChange true if the request may change something: the answer must be that of the moment
     */
    boolean isLive(UserId user, UUID session, Role role, boolean isChange);
}
