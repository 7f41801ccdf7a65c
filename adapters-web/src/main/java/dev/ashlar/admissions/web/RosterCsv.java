// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.application.RosterView;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.Csv;

/** Roster of a batch as CSV (RFC 4180). */
final class RosterCsv {
    static final String HEADER = "applicationNo,userId,name,status,finalAmount,currency,enrolledAt";

    /** Roster for the API description. */
    static final String EXAMPLE = HEADER
            + Csv.LINE_END
            + "7Q2M-9XD4-T1BK,019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b,\"Ada Lovelace\",active,1500.00,EUR,2026-02-03T16:05:12Z"
            + Csv.LINE_END;

    private RosterCsv() {}

    static String line(RosterView row) {
        var entry = row.entry();
        return String.join(
                ",",
                entry.applicationNo(),
                entry.userId().value().toString(),
                Csv.quoted(row.displayName()),
                Labels.of(entry.status()),
                entry.finalAmount().amount().toPlainString(),
                entry.finalAmount().currency(),
                entry.enrolledAt().toString());
    }
}
