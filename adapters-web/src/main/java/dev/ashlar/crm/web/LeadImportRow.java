// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadImportRowView;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.kernel.Flat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row of an import as an answer.
 *
 * @param number 1 for the first row after the header
 * @param outcome null until the row is imported
 * @param problems reasons of a refusal; none for other outcomes
 */
record LeadImportRow(
        int number, @Flat RowFields fields, @Nullable RowOutcome outcome, List<RowProblem> problems) {
    static LeadImportRow of(LeadImportRowView row) {
        var problems = row.problems();
        return new LeadImportRow(
                row.number(), row.fields(), row.outcome(), problems == null ? List.of() : problems.all());
    }
}
