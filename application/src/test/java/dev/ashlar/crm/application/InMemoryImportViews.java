// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.InMemoryImports;
import dev.ashlar.crm.domain.LeadImport;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Views of imports over a store in memory. */
final class InMemoryImportViews implements LeadImportViews {
    private final InMemoryImports imports;

    InMemoryImportViews(InMemoryImports imports) {
        this.imports = imports;
    }

    @Override
    public Optional<LeadImportView> leadImport(String platform, UserId owner, LeadImportId id) {
        return own(platform, owner).filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<LeadImportView> leadImports(String platform, UserId owner, @Nullable UUID beforeId, int limit) {
        return own(platform, owner).toList().reversed();
    }

    @Override
    public List<LeadImportRowView> rows(
            String platform,
            UserId owner,
            LeadImportId id,
            @Nullable RowOutcome outcome,
            @Nullable Long afterNumber,
            int limit) {
        var results = imports.results(id);
        return imports.rows(id).stream()
                .map(row -> {
                    var result = results.get(row.number());
                    return new LeadImportRowView(
                            row.number(),
                            row.fields(),
                            result == null ? null : result.outcome(),
                            result == null ? null : result.problems());
                })
                .filter(row -> outcome == null || row.outcome() == outcome)
                .limit(limit)
                .toList();
    }

    private Stream<LeadImportView> own(String platform, UserId owner) {
        return imports.all().stream()
                .filter(one -> one.rights().platform().equals(platform)
                        && one.rights().ownerId().equals(owner)
                        && one.counts().totalRows() != null)
                .map(this::view);
    }

    private LeadImportView view(LeadImport one) {
        return new LeadImportView(
                one.id(), one.file(), one.status(), one.counts(), one.createdAt(), imports.changedAt(one.id()));
    }
}
