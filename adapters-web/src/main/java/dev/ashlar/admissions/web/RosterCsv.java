package dev.ashlar.admissions.web;

import dev.ashlar.admissions.application.RosterView;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Roster of a batch as CSV (RFC 4180). */
class RosterCsv {
    private static final String HEADER =
            "applicationNo,userId,name,status,finalAmount,currency,enrolledAt" + CsvText.LINE_END;

    /** Roster for the API description. */
    static final String EXAMPLE = HEADER
            + "7Q2M-9XD4-T1BK,019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b,\"Ada Lovelace\",active,1500.00,EUR,2026-02-03T16:05:12Z"
            + CsvText.LINE_END;

    private final Writer out;

    RosterCsv(Writer out) {
        this.out = out;
    }

    void writeHeader() throws IOException {
        out.write(HEADER);
    }

    /** Writes enrollments and flushes them to the client. */
    void write(List<RosterView> roster) throws IOException {
        for (var row : roster) {
            var entry = row.entry();
            out.write(String.join(
                    ",",
                    entry.applicationNo(),
                    entry.userId().value().toString(),
                    CsvText.quoted(row.displayName() == null ? "" : row.displayName()),
                    Labels.of(entry.status()),
                    entry.finalAmount().amount().toPlainString(),
                    entry.finalAmount().currency(),
                    entry.enrolledAt().toString()));
            out.write(CsvText.LINE_END);
        }
        out.flush();
    }
}
