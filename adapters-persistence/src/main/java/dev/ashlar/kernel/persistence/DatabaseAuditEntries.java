// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.AuditEntries;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditFilter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@link AuditEntries} in {@code kernel.audit_log} of each database. */
@Component
class DatabaseAuditEntries implements AuditEntries {
    private final AuditEntryMapper mapper;
    private final ContextDatabases databases;

    DatabaseAuditEntries(AuditEntryMapper mapper, ObjectProvider<ContextDatabases> databases) {
        this.mapper = mapper;
        this.databases = databases.getIfAvailable(() -> MyBatisConventions.ONE_DATABASE);
    }

    @Override
    public Set<String> databases() {
        return databases.audited();
    }

    @Override
    public List<AuditEntry> entries(String database, AuditFilter filter, @Nullable UUID after, int limit) {
        databases.enterNamed(database);
        return mapper.entries(filter, after, limit);
    }
}
