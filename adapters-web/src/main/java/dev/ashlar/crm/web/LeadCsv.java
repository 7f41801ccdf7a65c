// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadView;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.web.Csv;

/** Leads as CSV (RFC 4180). Their first columns are those that an import reads. */
final class LeadCsv {
    static final String HEADER = "name,email,phone,source,id,status,ownerId,createdAt";

    /** Leads for the API description. */
    static final String EXAMPLE = HEADER
            + Csv.LINE_END
            + "\"Grace Hopper\",\"grace@example.org\",\"'+49 30 901820\",open-day,019a0b1c-2d3e-7f40-8a5b-0000000000d0,active,"
            + "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b,2026-02-03T16:05:12Z"
            + Csv.LINE_END;

    private LeadCsv() {}

    static String line(LeadView lead) {
        var owner = lead.standing().ownerId();
        return String.join(
                ",",
                Csv.quoted(lead.contact().name()),
                Csv.quoted(lead.contact().email()),
                Csv.quoted(lead.contact().phoneTyped()),
                lead.origin().source(),
                lead.id().value().toString(),
                Labels.of(lead.standing().status()),
                owner == null ? "" : owner.value().toString(),
                lead.createdAt().toString());
    }
}
