// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.UUID;

/** Deletion of an account by its user. Deletions are ordered by their times, and by the ids of the users where these are equal. */
public record Deletion(UserId userId, Instant at) {
    private static final UserId BEFORE_ALL = new UserId(new UUID(0, 0));

    /** Returns the place before all deletions from a time on. */
    public static Deletion since(Instant at) {
        return new Deletion(BEFORE_ALL, at);
    }
}
