package dev.ashlar.wallet.web;

import dev.ashlar.wallet.application.UsageView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A ledger as CSV (RFC 4180). */
class StatementCsv {
    private static final String LINE_END = "\r\n";

    private final Writer out;

    StatementCsv(Writer out) {
        this.out = out;
    }

    void writeHeader() throws IOException {
        out.write("seq,time,type,tokens,balance,reason" + LINE_END);
    }

    void write(List<UsageView> entries) throws IOException {
        for (var entry : entries) {
            out.write(Long.toString(entry.seq()));
            out.write(',');
            out.write(entry.createdAt().toString());
            out.write(',');
            out.write(entry.usageType().name().toLowerCase(Locale.ROOT));
            out.write(',');
            out.write(Long.toString(entry.delta()));
            out.write(',');
            out.write(Long.toString(entry.balanceAfter()));
            out.write(',');
            out.write(quoted(entry.reason()));
            out.write(LINE_END);
        }
        out.flush();
    }

    /** Quoted, and with a leading apostrophe where a spreadsheet would take the text for a formula. */
    static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
