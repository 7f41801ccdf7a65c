// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of a row of an audited table.
 *
 * @param before audited columns before the change as JSON; null for a new row
 * @param after audited columns after the change as JSON; null for a deleted row
 */
public record AuditEntry(
        AuditEntryId id,
        AuditSubject subject,
        AuditOrigin origin,
        @Nullable String before,
        @Nullable String after,
        Instant at) {}
