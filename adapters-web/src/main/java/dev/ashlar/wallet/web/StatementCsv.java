// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.Csv;
import dev.ashlar.wallet.application.UsageView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Ledger as CSV (RFC 4180). */
class StatementCsv {
    private static final String HEADER = "seq,time,type,tokens,balance,reason" + Csv.LINE_END;

    /** Statement for the API description. */
    static final String EXAMPLE = HEADER
            + "1,2026-01-31T09:30:00Z,allotment,50,50,\"To get to know a mentor\"" + Csv.LINE_END
            + "2,2026-02-03T16:05:12Z,meeting_booking,-20,30,\"A session with Mira\"" + Csv.LINE_END;

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
            out.write(Csv.quoted(entry.reason()));
            out.write(Csv.LINE_END);
        }
        out.flush();
    }
}
