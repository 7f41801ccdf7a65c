// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditFilter;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Audit log of the database that the transaction is in. */
@Mapper
interface AuditEntryMapper {
    List<AuditEntry> entries(AuditFilter filter, @Nullable UUID after, int limit);
}
