package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Labels;
import dev.ashlar.wallet.application.UsageView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Ledger as CSV (RFC 4180). */
class StatementCsv {
    static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String LINE_END = "\r\n";
    private static final String HEADER = "seq,time,type,tokens,balance,reason" + LINE_END;

    /** Statement for the API description. */
    static final String EXAMPLE = HEADER
            + "1,2026-01-31T09:30:00Z,allotment,50,50,\"To get to know a mentor\"" + LINE_END
            + "2,2026-02-03T16:05:12Z,meeting_booking,-20,30,\"A session with Mira\"" + LINE_END;

    /**
     * Start of a formula in a spreadsheet, as OWASP lists them, with their full-width forms. A spreadsheet that separates cells by
     * semicolons or tabs starts a cell within a quoted text, too.
     */
    private static final Pattern FORMULA_START =
            Pattern.compile("(?<=^|[;\\t\\r\\n])(?=\\h*[=+\\-@＝＋－＠])|^(?=[\\t\\r\\n])");

    private final Writer out;

    StatementCsv(Writer out) {
        this.out = out;
    }

    void writeHeader() throws IOException {
        out.write(HEADER);
    }

    /** Writes entries and flushes them to the client. */
    void write(List<UsageView> entries) throws IOException {
        for (var entry : entries) {
            out.write(Long.toString(entry.seq()));
            out.write(',');
            out.write(entry.createdAt().toString());
            out.write(',');
            out.write(Labels.of(entry.usageType()));
            out.write(',');
            out.write(Long.toString(entry.tokens().delta()));
            out.write(',');
            out.write(Long.toString(entry.tokens().balanceAfter()));
            out.write(',');
            out.write(quoted(entry.reason()));
            out.write(LINE_END);
        }
        out.flush();
    }

    /** Quotes a text, with an apostrophe before all that a spreadsheet would read as a formula. */
    static String quoted(String text) {
        var safe = FORMULA_START.matcher(text).replaceAll("'");
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
