// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading of the audit log, which triggers write in the transactions of the changes, and therefore in the databases of these. The context
 * that shows it decides on access.
 */
public interface AuditEntries {
    /** Returns the names of the databases that have entries: the common one, and those of contexts that were moved and are audited. */
    Set<String> databases();

    /** Returns entries of one database after the given key, newest first. A transaction reads one database. */
    List<AuditEntry> entries(String database, AuditFilter filter, @Nullable UUID after, int limit);
}
