// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of rows of an import by their outcomes.
 *
 * @param totalRows rows of the file; null until the whole file is stored
 */
public record ImportCounts(
        @Nullable Integer totalRows, int createdRows, int updatedRows, int skippedRows, int refusedRows) {
    /** Numbers of a file that is to be stored. */
    public static final ImportCounts NONE = new ImportCounts(null, 0, 0, 0, 0);

    /** Returns these numbers with more results. */
    ImportCounts with(List<RowResult> results) {
        return new ImportCounts(
                totalRows,
                createdRows + count(results, RowOutcome.CREATED),
                updatedRows + count(results, RowOutcome.UPDATED),
                skippedRows + count(results, RowOutcome.SKIPPED),
                refusedRows + count(results, RowOutcome.REFUSED));
    }

    private static int count(List<RowResult> results, RowOutcome outcome) {
        return Math.toIntExact(
                results.stream().filter(result -> result.outcome() == outcome).count());
    }
}
