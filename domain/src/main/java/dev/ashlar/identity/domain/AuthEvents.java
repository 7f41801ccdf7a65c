// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AttemptLimit.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authentication log; append-only but for the purge of old events. */
public interface AuthEvents {
    /** Locks the identifier until the transaction ends, so that its attempts are recorded one at a time. */
    void lock(String identifierHash);

    void append(AuthEvent event);

    /**
     * Returns the identifier's attempts after {@code since}, newest first. A success of the same origin ends the counting of earlier
     * ones; a reset password ends that of all.
     *
     * @param device session of a known device, whose attempts are returned; null for those of all unknown devices
     */
    List<Attempt> attempts(
            String identifierHash, AuthEvent.Action action, @Nullable SessionId device, Instant since, int limit);

    /** Deletes at most {@code limit} events from before the bound. Returns the number of rows. */
    int deleteBefore(Instant bound, int limit);
}
