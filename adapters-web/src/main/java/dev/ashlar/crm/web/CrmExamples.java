// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.DuplicateReason;
import dev.ashlar.crm.application.DuplicateView;
import dev.ashlar.crm.application.LeadActivityView;
import dev.ashlar.crm.application.LeadDetails;
import dev.ashlar.crm.application.LeadImportPreview;
import dev.ashlar.crm.application.LeadImportView;
import dev.ashlar.crm.application.LeadTagView;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.application.Pipeline;
import dev.ashlar.crm.application.PipelineCount;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.ImportCounts;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStanding;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.crm.domain.ReadRow;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Example answers of crm in the API description: one lead whom a sales person has met at an open day. */
@Component
class CrmExamples implements ExampleRecords {
    private static final UserId SALES = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final LeadId LEAD = new LeadId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d0"));
    private static final LeadId OLDER = new LeadId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000cf"));
    private static final LeadTagView TAG =
            new LeadTagView(new LeadTagId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d1")), "Scholarship");
    private static final PipelineCount COUNT = new PipelineCount(LeadStatus.ACTIVE, SALES, "open-day", 12);
    private static final LeadContact CONTACT =
            new LeadContact("Grace Hopper", "grace@example.org", "+4930901820", "+49 30 901820");
    private static final Instant MET_AT = Instant.parse("2026-02-03T16:05:12Z");

    @Override
    public List<Record> all() {
        return List.of(
                lead(),
                TAG,
                new LeadDetails(lead(), List.of(TAG)),
                new DuplicateView(lead(), OLDER, DuplicateReason.PHONE),
                activity(),
                COUNT,
                new Pipeline(List.of(COUNT), false),
                leadImport(),
                new LeadImportPreview(leadImport(), List.of("name", "email", "phone", "source"), List.of(row())),
                new LeadImportRow(
                        17,
                        new RowFields("Grace Hopper", "grace", null, "open-day"),
                        RowOutcome.REFUSED,
                        List.of(new RowProblem("email", "must be an email address of ASCII characters"))));
    }

    private static LeadView lead() {
        return new LeadView(
                LEAD,
                CONTACT,
                new LeadOrigin("open-day", "mentor", null, null, null),
                new LeadStanding(LeadStatus.ACTIVE, SALES, null, null),
                MET_AT,
                3);
    }

    private static LeadImportView leadImport() {
        return new LeadImportView(
                new LeadImportId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d3")),
                new ImportFile("open-day.csv", ImportFormat.CSV, "9f86d081884c7d65".repeat(4)),
                ImportStatus.RUNNING,
                new ImportCounts(1200, 480, 12, 5, 3),
                MET_AT,
                MET_AT.plusSeconds(2));
    }

    private static ReadRow row() {
        return new ReadRow(1, CONTACT, "open-day", List.of());
    }

    private static LeadActivityView activity() {
        return new LeadActivityView(
                new LeadActivityId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d2")),
                LEAD,
                ActivityType.CALL,
                "Wants to visit the open day",
                SALES,
                MET_AT);
    }
}
