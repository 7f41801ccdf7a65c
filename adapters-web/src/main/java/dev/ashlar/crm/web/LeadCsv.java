package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadView;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads as CSV (RFC 4180). */
class LeadCsv {
    private static final String HEADER = "name,email,phone,source,id,status,ownerId,createdAt" + CsvText.LINE_END;

    /** Leads for the API description. */
    static final String EXAMPLE = HEADER
            + "\"Grace Hopper\",\"grace@example.org\",\"'+49 30 901820\",open-day,019a0b1c-2d3e-7f40-8a5b-0000000000d0,active,"
            + "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b,2026-02-03T16:05:12Z"
            + CsvText.LINE_END;

    private final Writer out;

    LeadCsv(Writer out) {
        this.out = out;
    }

    void writeHeader() throws IOException {
        out.write(HEADER);
    }

    /** Writes leads and flushes them to the client. */
    void write(List<LeadView> leads) throws IOException {
        for (var lead : leads) {
            out.write(String.join(
                    ",",
                    CsvText.quoted(lead.contact().name()),
                    quoted(lead.contact().email()),
                    quoted(lead.contact().phoneTyped()),
                    lead.origin().source(),
                    lead.id().value().toString(),
                    Labels.of(lead.standing().status()),
                    text(lead.standing().ownerId()),
                    lead.createdAt().toString()));
            out.write(CsvText.LINE_END);
        }
        out.flush();
    }

    private static String quoted(@Nullable String text) {
        return CsvText.quoted(text == null ? "" : text);
    }

    private static String text(@Nullable UserId owner) {
        return owner == null ? "" : owner.value().toString();
    }
}
