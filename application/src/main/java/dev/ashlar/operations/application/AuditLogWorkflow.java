// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.application.Workflow;
import java.util.Comparator;

/** Search of the audit log, for administrators. Each database is read in a separate transaction, and the pages are merged by their keys. */
@Workflow
public class AuditLogWorkflow {
    private static final Comparator<AuditEntry> NEWEST_FIRST =
            Comparator.comparing((AuditEntry entry) -> entry.id().value()).reversed();

    private final AuditLogService log;

    AuditLogWorkflow(AuditLogService log) {
        this.log = log;
    }

    /** Returns entries, newest first. */
    public Page<AuditEntry> list(Actor actor, AuditFilter filter, PageRequest page) {
        actor.requireAdmin();
        var rows = log.databases().stream()
                .flatMap(database -> log.list(actor, database, filter, page).stream())
                .distinct() // contexts may share a database
                .sorted(NEWEST_FIRST)
                .limit(page.rowsToRead())
                .toList();
        return Page.of(rows, page, row -> Cursor.of(AuditLogService.LIST, row.id()));
    }
}
