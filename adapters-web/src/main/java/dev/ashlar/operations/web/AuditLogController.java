// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.operations.application.AuditLogWorkflow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/audit-log")
@Tag(name = "Operations")
class AuditLogController {
    private final AuditLogWorkflow entries;

    AuditLogController(AuditLogWorkflow entries) {
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            summary = "List changes in the audit log",
            description = "The latest change of money, tokens, seats, roles or decisions comes first. Each entry was"
                    + " written in the transaction of its change.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<AuditLogEntry> listAuditLog(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "Key of the changed row, such as the id of an order or of a user.")
                    @Nullable
                    UUID subject,
            @RequestParam(required = false) @Parameter(description = "Id of the user who caused the changes.") @Nullable
                    UserId actorId,
            @RequestParam(required = false)
                    @Parameter(description = "Earliest time of the changes, inclusive.")
                    @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Latest time of the changes, exclusive.") @Nullable
                    Instant to,
            PageRequest page) {
        var found = entries.list(actor, AuditFilter.of(subject, actorId, from, to), page);
        return Listing.of(
                new Page<>(found.items().stream().map(AuditLogEntry::of).toList(), found.next()));
    }
}
