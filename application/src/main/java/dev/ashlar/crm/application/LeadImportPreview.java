// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ReadRow;
import java.util.List;

/**
 * Import before it runs.
 *
 * @param columns columns of the file, in its order
 * @param rows first rows as they would be read
 */
public record LeadImportPreview(LeadImportView leadImport, List<String> columns, List<ReadRow> rows) {
    /** Maximum number of rows. */
    public static final int MAX_ROWS = 10;

    public LeadImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
