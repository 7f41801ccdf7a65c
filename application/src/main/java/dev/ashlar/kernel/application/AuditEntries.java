// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading of the audit log, which triggers write in the transactions of the changes. The context that shows it decides on access. */
@FunctionalInterface
public interface AuditEntries {
    /** Returns entries after the given key, newest first. */
    List<AuditEntry> entries(AuditFilter filter, @Nullable UUID after, int limit);
}
