// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.LEAD;
import static dev.ashlar.crm.web.SalesPeople.OTHER;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.DuplicateReason;
import dev.ashlar.crm.application.DuplicateView;
import dev.ashlar.crm.application.LeadMergeService;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CrmServer
class LeadMergeControllerTest {
    private static final String MERGE = "/api/v1/leads/" + LEAD.value() + "/merge";
    private static final String BODY = "{\"leadId\": \"" + OTHER.value() + "\"}";

    @Autowired
    private SalesPeople people;

    @Autowired
    private LeadMergeService merges;

    @Test
    void listsDuplicates() {
        var duplicate = new DuplicateView(SalesPeople.lead(LeadStatus.ACTIVE), OTHER, DuplicateReason.PHONE);
        given(merges.duplicates(SALES, PageRequest.first())).willReturn(new Page<>(List.of(duplicate), null));
        var item = people.get(SALES, "/api/v1/leads/duplicates").json().at("/items/0");
        assertThat(item.at("/lead/id").asString()).isEqualTo(LEAD.value().toString());
        assertThat(item.at("/olderId").asString()).isEqualTo(OTHER.value().toString());
        assertThat(item.at("/reason").asString()).isEqualTo("phone");
    }

    @Test
    void mergesTwoLeads() {
        given(merges.merge(SALES, LEAD, OTHER)).willReturn(SalesPeople.lead(LeadStatus.ACTIVE));
        var answer = people.post(SALES, MERGE, BODY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(people.post(SALES, MERGE, "{}").error()).isEqualTo("/leadId: must not be null");
    }

    @ParameterizedTest
    @CsvSource({
        "LEAD_NOT_FOUND, 404, crm.lead-not-found",
        "LEAD_ARCHIVED, 409, crm.lead-archived",
        "LEAD_EXISTS, 409, crm.lead-exists",
        "LEADS_INCOMPATIBLE, 409, crm.leads-incompatible"
    })
    void answersRefusalsOfAMerge(CrmProblem problem, int status, String code) {
        given(merges.merge(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.post(SALES, MERGE, BODY);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
