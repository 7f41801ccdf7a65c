// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditEntryId;
import dev.ashlar.kernel.application.AuditOrigin;
import dev.ashlar.kernel.application.AuditSubject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Change of an audited row.
 *
 * @param before columns before the change; null for a new row
 * @param after columns after the change; null for a deleted row
 */
record AuditLogEntry(
        AuditEntryId id,
        @Flat AuditSubject subject,
        @Flat AuditOrigin origin,

        @Schema(implementation = Object.class) @Nullable JsonNode before,

        @Schema(implementation = Object.class) @Nullable JsonNode after,

        Instant at) {
    static AuditLogEntry of(AuditEntry entry) {
        return new AuditLogEntry(
                entry.id(), entry.subject(), entry.origin(), json(entry.before()), json(entry.after()), entry.at());
    }

    static @Nullable JsonNode json(@Nullable String columns) {
        return columns == null ? null : JsonMapper.shared().readTree(columns);
    }
}
