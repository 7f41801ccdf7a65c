// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.AuditEntries;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditFilter;
import java.util.List;
import java.util.Set;

/** Reading of the audit log of one database, for administrators. */
@ApplicationService
public class AuditLogService {
    static final String LIST = "operations.audit-log";

    private final AuditEntries entries;

    AuditLogService(AuditEntries entries) {
        this.entries = entries;
    }

    /** Returns the names of the databases that have entries. */
    public Set<String> databases() {
        return entries.databases();
    }

    /** Returns the rows of a page, newest first. */
    public List<AuditEntry> list(Actor actor, String database, AuditFilter filter, PageRequest page) {
        actor.requireAdmin();
        return entries.entries(database, filter, page.afterUuid(LIST), page.rowsToRead());
    }
}
