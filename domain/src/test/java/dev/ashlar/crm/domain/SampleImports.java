// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Imports and their rows for tests. */
public final class SampleImports {
    /** Hash of a file. */
    public static final String HASH = "0123456789abcdef".repeat(4);

    private SampleImports() {}

    /** Returns an import of a sales person whose file is to be stored. */
    public static LeadImport of(UserId owner) {
        return LeadImport.of(new LeadImportId(Prospects.id()), file(), rights(owner), Prospects.NOW);
    }

    /** Returns a file that is to be stored. */
    public static ImportFile file() {
        return ImportFile.of("fair.csv", ImportFormat.CSV);
    }

    /** Returns the rights of a sales person. */
    public static ImportRights rights(UserId owner) {
        return new ImportRights(Prospects.PLATFORM, owner, owner);
    }

    /** Returns a row from the fair. */
    public static ImportedRow row(int number, @Nullable String email, @Nullable String phone) {
        return new ImportedRow(number, new RowFields("Ada Lovelace", email, phone, Prospects.FAIR), null);
    }

    /** Returns a row that cannot be read. */
    public static ImportedRow broken(int number) {
        return new ImportedRow(number, RowFields.NONE, RowProblems.of("", "is the header again"));
    }

    /** Returns rows with unused email addresses. */
    public static List<ImportedRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(number, Prospects.email(), null))
                .toList();
    }

    /** Returns rows as leads. */
    public static List<ReadRow> read(List<ImportedRow> rows) {
        return rows.stream().map(row -> ReadRow.of(row, Prospects.NUMBERS)).toList();
    }
}
