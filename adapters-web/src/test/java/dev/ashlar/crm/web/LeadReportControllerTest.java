// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static dev.ashlar.crm.web.SalesPeople.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.Pipeline;
import dev.ashlar.crm.application.PipelineCount;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CrmServer
class LeadReportControllerTest {
    private static final String EXPORT = "/api/v1/leads/export.csv";
    private static final String PIPELINE = "/api/v1/leads/pipeline";

    @Autowired
    private SalesPeople people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private LeadService leads;

    @Test
    void countsThePipeline() {
        given(leads.pipeline(SALES))
                .willReturn(new Pipeline(List.of(new PipelineCount(LeadStatus.LOST, null, "open-day", 12)), true));
        assertThat(people.get(SALES, PIPELINE).json()).isEqualTo(json.readTree("""
                {"counts": [{"status": "lost", "ownerId": null, "source": "open-day", "leads": 12}], "more": true}"""));
    }

    @Test
    void streamsLeadsPageByPageAndDefusesFormulas() {
        var filter = new LeadFilter(LeadStatus.ACTIVE, SALES.userId(), "open-day", null, null);
        var next = Cursor.of("crm.leads", LEAD);
        given(leads.list(SALES, filter, new PageRequest(PageRequest.MAX_LIMIT, null)))
                .willReturn(new Page<>(List.of(SalesPeople.lead("=1+1", LeadStatus.ACTIVE)), next));
        given(leads.list(SALES, filter, new PageRequest(PageRequest.MAX_LIMIT, next)))
                .willReturn(new Page<>(List.of(SalesPeople.lead(LeadStatus.ACTIVE)), null));
        var answer = people.get(
                SALES, EXPORT + "?status=active&ownerId=" + SALES.userId().value() + "&source=open-day");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.text())
                .isEqualTo("""
                name,email,phone,source,id,status,ownerId,createdAt
                "'=1+1","grace@example.org","'+49 30 901820",open-day,%1$s,active,%2$s,2026-11-20T10:15:30Z
                "Grace Hopper","grace@example.org","'+49 30 901820",open-day,%1$s,active,%2$s,2026-11-20T10:15:30Z
                """.formatted(LEAD.value(), Caller.USER).replace("\n", "\r\n"));
        assertThat(LeadCsv.EXAMPLE.lines()).allMatch(line -> line.split(",", -1).length == 8);
    }

    @Test
    void hidesReportsFromOthers() {
        given(leads.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        given(leads.pipeline(any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(people.get(STUDENT, EXPORT).code()).isEqualTo("auth.forbidden");
        assertThat(people.get(STUDENT, PIPELINE).code()).isEqualTo("auth.forbidden");
    }
}
