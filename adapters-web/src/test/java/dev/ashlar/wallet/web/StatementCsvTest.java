// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.UsageView;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementCsvTest {
    @Test
    void writesTheHeaderOfAnEmptyLedger() throws IOException {
        assertThat(statement()).isEqualTo("seq,time,type,tokens,balance,reason\r\n");
    }

    @Test
    void writesEachEntryAsALine() throws IOException {
        var spent = new UsageView(
                Books.ENTRY,
                2,
                UsageType.MEETING_BOOKING,
                new UsageView.Tokens(-7, 7, 10, 3),
                null,
                "A session",
                null,
                Books.AT);

        assertThat(statement(Books.usage(1), spent)).isEqualTo("""
                seq,time,type,tokens,balance,reason
                1,2026-11-20T10:15:30Z,earning,10,10,"A session"
                2,2026-11-20T10:15:30Z,meeting_booking,-7,3,"A session"
                """.replace("\n", "\r\n"));
    }

    @Test
    void matchesTheExampleOfTheDescription() throws IOException {
        assertThat(StatementCsv.EXAMPLE).startsWith(statement());
        assertThat(StatementCsv.EXAMPLE.lines()).allMatch(line -> line.split(",", -1).length == 6);
    }

    private static String statement(UsageView... entries) throws IOException {
        var written = new StringWriter();
        var csv = new StatementCsv(written);
        csv.writeHeader();
        csv.write(List.of(entries));
        return written.toString();
    }
}
