package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadImportRowView;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.CsvText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of an import as CSV (RFC 4180). Their first columns are those that an import reads. */
final class LeadImportCsv {
    static final String HEADER = "name,email,phone,source,row,outcome,problems";

    /** Rows for the API description. */
    static final String EXAMPLE = HEADER
            + CsvText.LINE_END
            + "\"Grace Hopper\",\"grace\",\"\",\"open-day\",17,refused,\"email must be an email address of ASCII characters\""
            + CsvText.LINE_END;

    private LeadImportCsv() {}

    static String line(LeadImportRowView row) {
        var fields = row.fields();
        return String.join(
                ",",
                CsvText.quoted(fields.name()),
                CsvText.quoted(fields.email()),
                CsvText.quoted(fields.phone()),
                CsvText.quoted(fields.source()),
                Integer.toString(row.number()),
                row.outcome() == null ? "" : Labels.of(row.outcome()),
                CsvText.quoted(text(row.problems())));
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
