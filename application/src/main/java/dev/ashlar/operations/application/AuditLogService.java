// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.AuditEntries;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditFilter;

/** Search of the audit log, for administrators. */
@ApplicationService
public class AuditLogService {
    private static final String LIST = "operations.audit-log";

    private final AuditEntries entries;

    AuditLogService(AuditEntries entries) {
        this.entries = entries;
    }

    /** Returns entries, newest first. */
    public Page<AuditEntry> list(Actor actor, AuditFilter filter, PageRequest page) {
        actor.requireAdmin();
        var rows = entries.entries(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }
}
