// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.Prospects.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.LeadImportRowView;
import dev.ashlar.crm.application.LeadImportView;
import dev.ashlar.crm.application.LeadImportViews;
import dev.ashlar.crm.domain.ImportCounts;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.crm.domain.RowResult;
import dev.ashlar.crm.domain.SampleImports;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class LeadImportViewMapperTest {
    private final UserId owner = Prospects.user();

    @Autowired
    private LeadImportMapper mapper;

    @Autowired
    private LeadImportViews views;

    @Test
    void showsImportsToTheirOwnersOnly() {
        var first = stored();
        var second = stored();
        var unstored = SampleImports.of(owner);
        mapper.insert(unstored);

        assertThat(views.leadImport(PLATFORM, owner, first))
                .contains(new LeadImportView(
                        first,
                        new ImportFile("fair.csv", ImportFormat.CSV, SampleImports.HASH),
                        ImportStatus.PREVIEWED,
                        new ImportCounts(3, 0, 0, 0, 1),
                        NOW,
                        NOW));
        assertThat(views.leadImport(PLATFORM, Prospects.user(), first)).isEmpty();
        assertThat(views.leadImport("mentor", owner, first)).isEmpty();
        assertThat(views.leadImport(PLATFORM, owner, unstored.id())).isEmpty();
        assertThat(views.leadImports(PLATFORM, owner, null, 9))
                .extracting(LeadImportView::id)
                .containsExactly(second, first);
        assertThat(views.leadImports(PLATFORM, owner, second.value(), 9))
                .extracting(LeadImportView::id)
                .containsExactly(first);
        assertThat(views.leadImports(PLATFORM, Prospects.user(), null, 9)).isEmpty();
        assertThat(views.leadImports("mentor", owner, null, 9)).isEmpty();
    }

    @Test
    void showsRowsToTheirOwnersOnly() {
        var id = stored();
        mapper.start(PLATFORM, owner, id, NOW);
        mapper.settleRows(id, List.of(new RowResult(1, RowOutcome.CREATED, null)), NOW);

        assertThat(views.rows(PLATFORM, owner, id, null, null, 9))
                .extracting(LeadImportRowView::number)
                .containsExactly(1, 2, 3);
        assertThat(views.rows(PLATFORM, owner, id, null, 1L, 1))
                .extracting(LeadImportRowView::number)
                .containsExactly(2);
        assertThat(views.rows(PLATFORM, owner, id, RowOutcome.REFUSED, null, 9))
                .containsExactly(new LeadImportRowView(
                        3, RowFields.NONE, RowOutcome.REFUSED, RowProblems.of("", "is the header again")));
        assertThat(views.rows(PLATFORM, owner, id, RowOutcome.CREATED, 1L, 9)).isEmpty();
        assertThat(views.rows(PLATFORM, Prospects.user(), id, null, null, 9)).isEmpty();
        assertThat(views.rows("mentor", owner, id, null, null, 9)).isEmpty();
    }

    private LeadImportId stored() {
        var added = SampleImports.of(owner);
        mapper.insert(added);
        mapper.insertRows(
                added.id(),
                List.of(
                        SampleImports.row(1, Prospects.email(), null),
                        SampleImports.row(2, Prospects.email(), "+4930123456"),
                        SampleImports.broken(3)),
                NOW);
        mapper.complete(added.id(), SampleImports.HASH, NOW);
        return added.id();
    }
}
