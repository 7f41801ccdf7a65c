// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditEntryId;
import dev.ashlar.kernel.application.AuditOrigin;
import dev.ashlar.kernel.application.AuditSubject;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Example answers of the audit log in the API description. */
@Component
class AuditLogExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        return List.of(new AuditLogEntry(
                new AuditEntryId(UUID.fromString("019c2424-68e0-7c1d-9d0b-2f6a1c3e5d7f")),
                new AuditSubject(
                        "wallet.token_allotment_requests", UUID.fromString("019c2420-1f6a-7a10-8c2e-000000000011")),
                new AuditOrigin(
                        new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000001")),
                        "POST /api/v1/wallet/allotment-requests/{id}/approve",
                        "4bf92f3577b34da6a3ce929d0e0e4736",
                        "web"),
                AuditLogEntry.json("{\"tokens\": 100, \"status\": \"pending\", \"decided_by\": null}"),
                AuditLogEntry.json(
                        "{\"tokens\": 100, \"status\": \"approved\", \"decided_by\": \"019a0b1c-2d3e-7f40-8a5b-000000000001\"}"),
                Instant.parse("2026-02-03T16:05:12Z")));
    }
}
