// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadImportRowView;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.Csv;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of an import as CSV (RFC 4180). Their first columns are those that an import reads. */
final class LeadImportCsv {
    static final String HEADER = "name,email,phone,source,row,outcome,problems";

    /** Rows for the API description. */
    static final String EXAMPLE = HEADER
            + Csv.LINE_END
            + "\"Grace Hopper\",\"grace\",\"\",\"open-day\",17,refused,\"email must be an email address of ASCII characters\""
            + Csv.LINE_END;

    private LeadImportCsv() {}

    static String line(LeadImportRowView row) {
        var fields = row.fields();
        return String.join(
                ",",
                Csv.quoted(fields.name()),
                Csv.quoted(fields.email()),
                Csv.quoted(fields.phone()),
                Csv.quoted(fields.source()),
                Integer.toString(row.number()),
                row.outcome() == null ? "" : Labels.of(row.outcome()),
                Csv.quoted(text(row.problems())));
    }

    private static @Nullable String text(@Nullable RowProblems problems) {
        return problems == null
                ? null
                : problems.all().stream().map(LeadImportCsv::text).collect(Collectors.joining(". "));
    }

    private static String text(RowProblem problem) {
        return problem.field().isEmpty() ? "Row " + problem.message() : problem.field() + " " + problem.message();
    }
}
