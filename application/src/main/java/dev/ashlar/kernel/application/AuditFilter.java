// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the audit log; a null component matches all.
 *
 * @param subjectId key of the changed row
 * @param from least id of the changes
 * @param to id after those of the changes
 */
public record AuditFilter(
        @Nullable UUID subjectId,
        @Nullable UserId actorId,
        @Nullable AuditEntryId from,
        @Nullable AuditEntryId to) {
    /**
     * Creates a filter by time.
     *
     * @param from earliest time of the changes, inclusive
     * @param to latest time of the changes, exclusive
     */
    public static AuditFilter of(
            @Nullable UUID subjectId, @Nullable UserId actorId, @Nullable Instant from, @Nullable Instant to) {
        return new AuditFilter(subjectId, actorId, idAt(from), idAt(to));
    }

    private static @Nullable AuditEntryId idAt(@Nullable Instant time) {
        return time == null ? null : AuditEntryId.firstAt(time);
    }
}
