// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.domain.ImportColumn;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.web.Csv;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of one row by their columns, in a form that can be stored. */
final class ImportCells {
    /** NUL and halves of characters, which PostgreSQL does not store. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    private final Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
    private final List<RowProblem> problems = new ArrayList<>();

    /** Adds the value of a column. One that cannot be stored is cut or replaced, and the row refused. */
    void put(ImportColumn column, String value) {
        var plain = Csv.withoutApostrophes(value);
        var storable = NOT_STORABLE.matcher(plain).replaceAll("\uFFFD");
        if (!storable.equals(plain)) {
            refuse(column, "must be printable characters");
        }
        if (Spelling.length(storable) > RowFields.MAX) {
            refuse(column, "must be at most " + RowFields.MAX + " characters");
        }
        if (!storable.isBlank()) {
            cells.put(column, Spelling.cut(storable, RowFields.MAX));
        }
    }

    void refuse(ImportColumn column, String message) {
        problems.add(new RowProblem(Labels.of(column), message));
    }

    /** Refuses the whole row. */
    void refuse(String message) {
        problems.add(new RowProblem("", message));
    }

    /** Returns the row, in which the default stands for a missing source. */
    ImportedRow row(int number, @Nullable String defaultSource) {
        var fields = new RowFields(
                cells.get(ImportColumn.NAME),
                cells.get(ImportColumn.EMAIL),
                cells.get(ImportColumn.PHONE),
                cells.getOrDefault(ImportColumn.SOURCE, defaultSource));
        return new ImportedRow(number, fields, problems.isEmpty() ? null : new RowProblems(problems));
    }
}
